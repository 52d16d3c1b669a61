package org.lurewatch.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** What the trainer may know: detection, intake, Smile, CLDR's names, and what shows figures. */
@AnalyzeClasses(packages = "org.lurewatch.trainer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knows_detection_intake_smile_and_what_shows_figures_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.lurewatch.trainer..",
                    "org.lurewatch.intake..",
                    "org.lurewatch.detection..",
                    "smile..",
                    "com.ibm.icu..",
                    "com.fasterxml.jackson..",
                    "org.jfree..",
                    "org.jsoup..");

    @ArchTest
    static final ArchRule charts_are_drawn_in_one_place = noClasses()
            .that()
            .haveNameNotMatching(".*\\.Charts(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jfree..", "java.awt..");

    @ArchTest
    static final ArchRule a_page_is_built_in_one_place = noClasses()
            .that()
            .doNotHaveSimpleName("HtmlScorecard")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsoup..");

    @ArchTest
    static final ArchRule icu_names_places_and_languages_only = noClasses()
            .that()
            .doNotHaveSimpleName("PlaceNames")
            .and()
            .doNotHaveSimpleName("PostingLanguage")
            .and()
            .doNotHaveSimpleName("Gazetteer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.ibm.icu..");

    @ArchTest
    static final ArchRule no_two_packages_need_each_other =
            slices().matching("org.lurewatch.trainer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_two_packages_within_a_package_need_each_other =
            slices().matching("org.lurewatch.trainer.(**)").should().beFreeOfCycles();

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
    static final ArchRule fields_are_final = fields().should().beFinal();
}
