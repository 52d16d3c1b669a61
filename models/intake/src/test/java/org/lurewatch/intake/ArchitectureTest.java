package org.lurewatch.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;

/** Intake makes postings of files; it judges none. */
@AnalyzeClasses(packages = "org.lurewatch.intake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsThePostingItsTextAndTheKindsOfScamOnly = classes()
            .that()
            .resideOutsideOfPackage("org.lurewatch.intake.files..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.lurewatch.intake..",
                    "org.lurewatch.detection.posting..",
                    "org.lurewatch.detection.text..",
                    "org.lurewatch.detection.assess..",
                    "com.fasterxml.jackson..");

    /** Libraries for files stay with the files, for the job reads records and has none of these on its class path. */
    @ArchTest
    static final ArchRule onlyFilesAreReadWithOtherLibraries = classes()
            .that()
            .resideInAPackage("org.lurewatch.intake.files..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.xml.stream..",
                    "org.lurewatch.intake.files..",
                    "org.lurewatch.intake.columns..",
                    "org.lurewatch.intake.json..",
                    "org.lurewatch.detection.posting..",
                    "com.fasterxml.jackson..",
                    "com.github.luben.zstd..",
                    "com.ibm.icu.text..",
                    "de.siegmar.fastcsv..",
                    "org.apache.commons.compress..",
                    "org.apache.james.mime4j..",
                    "org.dhatim.fastexcel..",
                    "org.jsoup..",
                    "org.mozilla.universalchardet..",
                    "org.netpreserve.jwarc..");

    @ArchTest
    static final ArchRule judgesNothing =
            noClasses().should().dependOnClassesThat().haveSimpleName("Detector");

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("org.lurewatch.intake.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsPrinted =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule noJavaObjectIsDeserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);
}
