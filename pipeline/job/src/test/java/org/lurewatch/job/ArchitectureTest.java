package org.lurewatch.job;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.Function;
import org.lurewatch.job.start.JobRun;
import org.lurewatch.job.start.JobStart;
import org.lurewatch.schemas.TrustedClasses;

@AnalyzeClasses(packages = "org.lurewatch.job", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.lurewatch.job";
    private static final String CONFIG = "org.lurewatch.job.config..";
    private static final String OPERATORS = "org.lurewatch.job.operators..";
    private static final String GRAPH = "org.lurewatch.job.graph..";
    private static final String START = "org.lurewatch.job.start..";

    @ArchTest
    static final ArchRule theJobKnowsNoOneWhoUsesIt = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lurewatch.desk..",
                    "org.lurewatch.lab..",
                    "org.lurewatch.cli..",
                    "org.lurewatch.trainer..",
                    "picocli..");

    @ArchTest
    static final ArchRule settingsKnowNoFramework = noClasses()
            .that()
            .resideInAPackage(CONFIG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "org.lurewatch.schemas..",
                    "org.lurewatch.codec..");

    @ArchTest
    static final ArchRule operatorsKnowTheCodecButNotTheSettings = noClasses()
            .that()
            .resideInAPackage(OPERATORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT, CONFIG, GRAPH, START, "org.lurewatch.job.sweep..");

    @ArchTest
    static final ArchRule theGraphIsTheSameForAnySettingsAndEnds = noClasses()
            .that()
            .resideInAPackage(GRAPH)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONFIG, START, "org.apache.kafka..", "org.apache.flink.connector.kafka..");

    /** A cluster makes operators from bytes, in a process that has made no record yet. */
    @ArchTest
    static final ArchRule whoIsSentWithARecordRegistersItsClassFirst = classes()
            .should(new ArchCondition<>("register the classes of the records that they are sent with") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean isSentWithRecords = type.isAssignableTo(Function.class)
                            && type.getFields().stream()
                                    .anyMatch(field -> !field.getModifiers().contains(JavaModifier.TRANSIENT)
                                            && field.getRawType().isAssignableTo(SpecificRecordBase.class));
                    boolean registers = type.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(TrustedClasses.class)
                                    && call.getOrigin().getName().equals("<clinit>"));
                    if (isSentWithRecords && !registers) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " is sent with records whose classes nobody has registered"));
                    }
                }
            });

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("org.lurewatch.job.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule scoringIsLeftToTheDetector = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "smile..",
                    "org.apache.lucene..",
                    "org.lurewatch.detection.classify..",
                    "org.lurewatch.detection.features..",
                    "org.lurewatch.detection.phrases..",
                    "org.lurewatch.detection.facts..",
                    "org.lurewatch.detection.text..");

    @ArchTest
    static final ArchRule modelsAreLoadedAtTheStartAlone = noClasses()
            .that()
            .resideInAnyPackage(CONFIG, GRAPH, OPERATORS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lurewatch.detection.bundle..");

    @ArchTest
    static final ArchRule javaObjectsAreNotDeserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule theClockIsReadAtTheStartAlone = noClasses()
            .that(not(belongToAnyOf(JobStart.class)))
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule environmentAndExitBelongToTheStart = noClasses()
            .that(not(belongToAnyOf(JobRun.class, ScamDetectionJob.class)))
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule nothingIsPrintedPastMain = noClasses()
            .that(not(belongToAnyOf(ScamDetectionJob.class)))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule thereIsNoChance =
            noClasses().should().dependOnClassesThat().areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule onlyFlinksFunctionsAreCalledSo =
            classes().that().haveSimpleNameEndingWith("Function").should().beAssignableTo(Function.class);
}
