package org.lurewatch.desk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.Random;

/** The desk does what people ask of the topics, and answers with values: whoever calls it decides how they look. */
@AnalyzeClasses(packages = "org.lurewatch.desk", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsTheCodecAndKafkasClientOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.lurewatch.desk..",
                    "org.lurewatch.codec..",
                    "org.lurewatch.schemas..",
                    "org.lurewatch.intake..",
                    "org.lurewatch.detection..",
                    "org.apache.avro..",
                    "org.apache.kafka..",
                    "com.fasterxml.jackson..",
                    "de.siegmar.fastcsv..");

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("org.lurewatch.desk.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsPrinted =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule theEnvironmentIsNotRead = noClasses()
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule nothingIsLeftToChance =
            noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule noJavaObjectIsDeserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);
}
