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
    static final ArchRule the_broker_is_started_in_one_place = noClasses()
            .that(not(belongToAnyOf(EmbeddedKafka.class)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.common.test..");

    @ArchTest
    static final ArchRule flink_is_known_where_the_job_is_started_and_counted = noClasses()
            .that(not(belongToAnyOf(LocalJob.class, JobCounters.class)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule no_model_is_trained_or_matched_here = noClasses()
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
    static final ArchRule output_goes_through_the_command_line = noClasses()
            .that(not(belongToAnyOf(EmbeddedKafka.class)))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule the_environment_is_read_in_one_place = noClasses()
            .that(not(belongToAnyOf(Terminal.class)))
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule only_main_ends_the_jvm =
            noClasses().that(not(belongToAnyOf(Lurewatch.class))).should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule nothing_is_left_to_chance =
            noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule no_java_object_is_deserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule only_what_others_call_is_public = classes()
            .that(not(belongToAnyOf(Lurewatch.class, JobCounters.class)))
            .should()
            .notBePublic();
}
