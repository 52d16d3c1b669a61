package org.lurewatch.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.util.Random;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.cli.terminal.ExitCode;
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
            .that(not(belongToAnyOf(Terminal.class, KafkaOptions.class)))
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

    @ArchTest
    static final ArchRule onlyWhatAnotherPackageUsesIsPublic = classes()
            .that(not(belongToAnyOf(Lurewatch.class, ExitCode.class))) // constants leave no trace
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should(beUsedByAnotherPackage());

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(dependency ->
                                !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(type, used, type.getName() + " is public for nobody"));
            }
        };
    }
}
