package org.lurewatch.local;

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
import org.lurewatch.local.console.ExitCode;
import org.lurewatch.local.console.Terminal;
import org.lurewatch.local.kafka.EmbeddedKafka;
import org.lurewatch.local.kafka.KafkaOptions;

@AnalyzeClasses(packages = "org.lurewatch.local", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theBrokerIsStartedInOnePlace = noClasses()
            .that(not(belongToAnyOf(EmbeddedKafka.class)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.common.test..");

    @ArchTest
    static final ArchRule flinkIsKnownWhereTheJobIsStartedAndCounted = noClasses()
            .that()
            .resideOutsideOfPackage("org.lurewatch.local.minicluster")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule noTwoPackagesNeedEachOther =
            slices().matching("org.lurewatch.local.(*)..").should().beFreeOfCycles();

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
    static final ArchRule outputGoesThroughTheCommandLine = noClasses()
            .that(not(belongToAnyOf(EmbeddedKafka.class)))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

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
