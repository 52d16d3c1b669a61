package org.lurewatch.cli;

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
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.cli.options.SchemasOption;
import org.lurewatch.cli.options.StoreOption;
import org.lurewatch.cli.terminal.Terminal;

@AnalyzeClasses(packages = "org.lurewatch.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule brokersClustersAndModelsAreLeftToOthers = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink..", "org.apache.kafka.common.test..", "org.apache.kafka.clients.producer..");

    @ArchTest
    static final ArchRule noTwoPackagesNeedEachOther =
            slices().matching("org.lurewatch.cli.(*)..").should().beFreeOfCycles();

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
    static final ArchRule outputGoesThroughTheCommandLine =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule theEnvironmentIsReadForTheTerminalAndForSecretsAlone = noClasses()
            .that(not(belongToAnyOf(Terminal.class, KafkaOptions.class, SchemasOption.class, StoreOption.class)))
            .and()
            .doNotHaveSimpleName("ServerOptions")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule onlyMainEndsTheJvm =
            noClasses().that(not(belongToAnyOf(Lurewatch.class))).should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule nothingIsLeftToChance =
            noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule noJavaObjectIsDeserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);
}
