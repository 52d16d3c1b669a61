package org.lurewatch.codec;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.detection.trends.Languages;
import org.lurewatch.schemas.TrustedClasses;

/** The codec maps bytes to records to the domain and back. It knows no framework, and it judges nothing. */
@AnalyzeClasses(packages = "org.lurewatch.codec", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> DECISIVE = Set.of("Verdict", "Standing", "CampaignStanding");

    @ArchTest
    static final ArchRule knowsTheRecordsAndTheDomainOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net.ssl..",
                    "org.lurewatch.codec..",
                    "org.lurewatch.schemas..",
                    "org.lurewatch.intake..",
                    "org.lurewatch.detection..",
                    "org.apache.avro..",
                    "org.jspecify.annotations",
                    "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule judgesNoPosting = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lurewatch.detection.bundle..",
                    "org.lurewatch.detection.classify..",
                    "org.lurewatch.detection.facts..",
                    "org.lurewatch.detection.features..",
                    "org.lurewatch.detection.phrases..",
                    "org.lurewatch.detection.text..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("Detector");

    /** Values come as records and enums. How a posting's values are written, and closed sets of values, are no rules. */
    @ArchTest
    static final ArchRule appliesNoRule = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.lurewatch.detection..")
                    .and(not(resideInAPackage("org.lurewatch.detection.posting")))
                    .and(not(type(Languages.class)))
                    .and(not(INTERFACES))
                    .and(not(assignableTo(Record.class)))
                    .and(not(assignableTo(Enum.class))));

    @ArchTest
    static final ArchRule choosesByNoVerdictAndNoStanding = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "a constant of a verdict or standing",
                    access -> DECISIVE.contains(access.getTargetOwner().getSimpleName())
                            && access instanceof JavaFieldAccess));

    /** Avro refuses its own generated classes until they are registered, and only the first use in a process shows it. */
    @ArchTest
    static final ArchRule whoMakesRecordsRegistersTheirClassesFirst = classes()
            .should(new ArchCondition<>("register the classes of records if they make any") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean makesRecords = type.getConstructorCallsFromSelf().stream()
                                    .anyMatch(call -> call.getTargetOwner().isAssignableTo(SpecificRecordBase.class))
                            || type.getMethodCallsFromSelf().stream()
                                    .anyMatch(call -> call.getName().equals("newBuilder")
                                            && call.getTargetOwner().isAssignableTo(SpecificRecordBase.class));
                    boolean registers = type.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(TrustedClasses.class)
                                    && call.getOrigin().getName().equals("<clinit>"));
                    if (makesRecords && !registers) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " makes records before their classes are registered"));
                    }
                }
            });

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("org.lurewatch.codec.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingDependsOnWhenItRunsOrOnChance = noClasses()
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule noJavaObjectIsDeserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);
}
