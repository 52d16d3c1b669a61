package org.lurewatch.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

/** What the trainer may know: detection, Smile, the command line and CLDR's names. */
@AnalyzeClasses(packages = "org.lurewatch.trainer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knows_detection_and_smile_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.lurewatch.trainer..",
                    "org.lurewatch.detection..",
                    "smile..",
                    "picocli..",
                    "com.ibm.icu..");

    @ArchTest
    static final ArchRule the_command_line_stays_in_commands = noClasses()
            .that()
            .doNotImplement(Callable.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule icu_names_places_only = noClasses()
            .that()
            .doNotHaveSimpleName("PlaceNames")
            .and()
            .doNotHaveSimpleName("Gazetteer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.ibm.icu..");

    @ArchTest
    static final ArchRule no_java_deserialisation =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule no_clock_no_unseeded_chance_no_standard_output = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule fields_are_final_outside_commands = fields().that()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(Callable.class)
            .should()
            .beFinal();
}
