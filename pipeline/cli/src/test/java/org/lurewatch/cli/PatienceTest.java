package org.lurewatch.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.minicluster.LocalJob;

/** What a test has to wait for has one way to be waited for, so that no test fails on a busy machine. */
@AnalyzeClasses(packages = "org.lurewatch.cli", importOptions = ImportOption.OnlyIncludeTests.class)
class PatienceTest {
    /** {@link LocalJob#await} waits for what a job does. */
    @ArchTest
    static final ArchRule testsDoNotWaitByTheClock = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule topicsAreUsedOnceTheBrokerKnowsThem = noClasses()
            .that(not(belongToAnyOf(TestingTopics.class, PatienceTest.class)))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(NewTopic.class);

    @ArchTest
    static final ArchRule portsAreThoseThatNoClientIsGiven = noClasses()
            .that(not(belongToAnyOf(PatienceTest.class)))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ServerSocket.class);
}
