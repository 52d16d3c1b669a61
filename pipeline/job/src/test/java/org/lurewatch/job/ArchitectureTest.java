package org.lurewatch.job;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.apache.flink.api.common.functions.Function;

@AnalyzeClasses(packages = "org.lurewatch.job", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.lurewatch.job";
    private static final String CONFIG = "org.lurewatch.job.config..";
    private static final String CODEC = "org.lurewatch.job.codec..";
    private static final String OPERATORS = "org.lurewatch.job.operators..";

    @ArchTest
    static final ArchRule flinkStaysInTheRootAndTheOperators = noClasses()
            .that()
            .resideInAnyPackage(CONFIG, CODEC)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule settingsKnowNeitherAvroNorTheRecords = noClasses()
            .that()
            .resideInAPackage(CONFIG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.avro..", "org.lurewatch.schemas..");

    @ArchTest
    static final ArchRule codecKnowsOnlyTheRecordsAndTheDomain = noClasses()
            .that()
            .resideInAPackage(CODEC)
            .should()
            .dependOnClassesThat(resideInAPackage("org.lurewatch..")
                    .and(not(resideInAnyPackage(CODEC, "org.lurewatch.schemas..", "org.lurewatch.detection.."))));

    @ArchTest
    static final ArchRule operatorsKnowTheCodecButNotTheSettings = noClasses()
            .that()
            .resideInAPackage(OPERATORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT, CONFIG);

    @ArchTest
    static final ArchRule nothingCallsBackUpward = noClasses()
            .that()
            .resideInAnyPackage(CONFIG, CODEC, OPERATORS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

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
    static final ArchRule modelsAreLoadedInOnePlaceAtTheRoot = noClasses()
            .that()
            .resideInAnyPackage(CONFIG, CODEC, OPERATORS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lurewatch.detection.bundle..");

    @ArchTest
    static final ArchRule javaObjectsAreNotDeserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule theClockIsReadInMainAlone = noClasses()
            .that(not(belongToAnyOf(ScamDetectionJob.class)))
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule environmentAndExitBelongToTheCommand = noClasses()
            .that(not(belongToAnyOf(RunCommand.class)))
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule nothingIsPrintedPastTheCommand =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule thereIsNoChance =
            noClasses().should().dependOnClassesThat().areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule onlyFlinksFunctionsAreCalledSo =
            classes().that().haveSimpleNameEndingWith("Function").should().beAssignableTo(Function.class);
}
