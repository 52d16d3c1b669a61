package org.lurewatch.job;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.lurewatch.job.graph.RunningJob;

/** What a test has to wait for has one way to be waited for, so that no test fails on a busy machine. */
@AnalyzeClasses(packages = "org.lurewatch.job", importOptions = ImportOption.OnlyIncludeTests.class)
class PatienceTest {
    @ArchTest
    static final ArchRule testsDoNotWaitByTheClock = noClasses()
            .that(not(belongToAnyOf(RunningJob.class)))
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule jobsAreStoppedOnceAllTheirTasksRun = noClasses()
            .that(not(belongToAnyOf(RunningJob.class, PatienceTest.class)))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JobClient.class);
}
