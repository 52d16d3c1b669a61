package org.lurewatch.lab;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.Random;
import org.lurewatch.lab.broker.EmbeddedKafka;

/** The lab runs everything on one machine, to try and to measure it. */
@AnalyzeClasses(packages = "org.lurewatch.lab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNeitherTheCommandLineNorTheTrainer = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.lurewatch.cli..", "org.lurewatch.trainer..", "picocli..");

    @ArchTest
    static final ArchRule theBrokerIsStartedInOnePlace = noClasses()
            .that(not(belongToAnyOf(EmbeddedKafka.class)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.common.test..");

    @ArchTest
    static final ArchRule flinkIsKnownWhereTheJobIsStartedAndCounted = noClasses()
            .that()
            .resideOutsideOfPackage("org.lurewatch.lab.minicluster")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("org.lurewatch.lab.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noModelIsTrainedOrMatchedHere = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "smile..",
                    "org.apache.lucene..",
                    "org.lurewatch.detection.text..",
                    "org.lurewatch.detection.facts..",
                    "org.lurewatch.detection.phrases..",
                    "org.lurewatch.detection.features..",
                    "org.lurewatch.detection.classify..");

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .that(not(belongToAnyOf(EmbeddedKafka.class)))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule nothingIsLeftToChance =
            noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule noJavaObjectIsDeserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);
}
