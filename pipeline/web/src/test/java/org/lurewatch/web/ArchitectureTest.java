package org.lurewatch.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.Random;

/** The door stands on the desk, and knows neither Flink nor the command line. */
@AnalyzeClasses(packages = "org.lurewatch.web", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNeitherFlinkNorTheCommandLine = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink..",
                    "picocli..",
                    "org.lurewatch.job..",
                    "org.lurewatch.lab..",
                    "org.lurewatch.cli..",
                    "org.lurewatch.trainer..");

    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("Http")
            .definedBy("org.lurewatch.web.http..")
            .layer("Access")
            .definedBy("org.lurewatch.web.access..")
            .layer("View")
            .definedBy("org.lurewatch.web.view..")
            .layer("Api")
            .definedBy("org.lurewatch.web.api..")
            .layer("Pages")
            .definedBy("org.lurewatch.web.pages..")
            .layer("Server")
            .definedBy("org.lurewatch.web")
            .whereLayer("Pages")
            .mayOnlyBeAccessedByLayers("Server")
            .whereLayer("Api")
            .mayOnlyBeAccessedByLayers("Pages", "Server")
            .whereLayer("View")
            .mayOnlyBeAccessedByLayers("Api", "Pages", "Server")
            .whereLayer("Access")
            .mayOnlyBeAccessedByLayers("Api", "Pages", "Server");

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("org.lurewatch.web.(*)..").should().beFreeOfCycles();

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

    /** Secrets are drawn by {@code SecureRandom}. */
    @ArchTest
    static final ArchRule nothingIsLeftToChance =
            noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule noJavaObjectIsDeserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    /** What people paste is never written down. */
    @ArchTest
    static final ArchRule pagesLogNothing = noClasses()
            .that()
            .resideInAPackage("org.lurewatch.web.pages..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache.logging..");
}
