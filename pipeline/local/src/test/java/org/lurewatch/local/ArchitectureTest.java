package org.lurewatch.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.Random;

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
            .that(not(belongToAnyOf(LocalJob.class, JobCounters.class, PassThrough.class)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

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
    static final ArchRule onlyWhatOthersCallIsPublic = classes()
            .that(not(belongToAnyOf(Lurewatch.class, JobCounters.class)))
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();
}
