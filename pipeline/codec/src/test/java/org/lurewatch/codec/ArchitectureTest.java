package org.lurewatch.codec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** The codec maps bytes to records to the domain and back. It knows no framework, and it judges nothing. */
@AnalyzeClasses(packages = "org.lurewatch.codec", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsTheRecordsAndTheDomainOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.lurewatch.codec..",
                    "org.lurewatch.schemas..",
                    "org.lurewatch.intake..",
                    "org.lurewatch.detection..",
                    "org.apache.avro..",
                    "org.jspecify.annotations",
                    "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule judgesNoPosting = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lurewatch.detection.bundle..",
                    "org.lurewatch.detection.classify..",
                    "org.lurewatch.detection.facts..",
                    "org.lurewatch.detection.features..",
                    "org.lurewatch.detection.phrases..",
                    "org.lurewatch.detection.text..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("Detector");

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("org.lurewatch.codec.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingDependsOnWhenItRunsOrOnChance = noClasses()
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule noJavaObjectIsDeserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);
}
