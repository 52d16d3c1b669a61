package org.lurewatch.detection;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Closeable;
import java.io.ObjectInputStream;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.lurewatch.detection", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.lurewatch.detection.";
    private static final String LUCENE = "org.apache.lucene..";
    private static final String SMILE = "smile..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final Set<String> AMBIENT = Set.of(
            "System.currentTimeMillis",
            "System.nanoTime",
            "Clock.systemUTC",
            "Clock.systemDefaultZone",
            "Date.<init>",
            "Math.random",
            "ThreadLocalRandom.current",
            "UUID.randomUUID",
            "System.getenv",
            "System.getProperty",
            "System.in",
            "System.out",
            "System.err",
            "System.exit",
            "Locale.getDefault",
            "TimeZone.getDefault",
            "ZoneId.systemDefault");

    @ArchTest
    static final ArchRule posting_knows_the_jdk_only = classes()
            .that()
            .resideInAPackage(ROOT + "posting")
            .should()
            .onlyDependOnClassesThat(in("java..", ROOT + "posting"));

    @ArchTest
    static final ArchRule text_stands_on_posting = stands("text", "posting");

    @ArchTest
    static final ArchRule facts_stand_on_text = stands("facts", "posting", "text");

    @ArchTest
    static final ArchRule phrases_stand_on_text = stands("phrases", "posting", "text");

    @ArchTest
    static final ArchRule concepts_stand_on_text = stands("concepts", "text");

    @ArchTest
    static final ArchRule features_stand_on_facts_concepts_and_phrases =
            stands("features", "posting", "text", "facts", "concepts", "phrases");

    @ArchTest
    static final ArchRule links_stand_on_what_was_read =
            stands("links", "posting", "text", "facts", "phrases", "features");

    @ArchTest
    static final ArchRule classify_stands_on_features = stands("classify", "features");

    @ArchTest
    static final ArchRule assess_stands_on_what_it_decides_with =
            stands("assess", "posting", "text", "facts", "concepts", "phrases", "features", "links", "classify");

    @ArchTest
    static final ArchRule campaign_stands_on_what_was_assessed =
            stands("campaign", "posting", "text", "facts", "links", "assess");

    @ArchTest
    static final ArchRule lists_stand_on_what_was_assessed =
            stands("lists", "posting", "text", "facts", "links", "assess");

    @ArchTest
    static final ArchRule trends_stand_on_verdicts = stands("trends", "assess");

    @ArchTest
    static final ArchRule review_stands_on_campaigns = stands("review", "posting", "campaign");

    @ArchTest
    static final ArchRule warning_stands_on_verdicts_and_campaigns = stands("warning", "assess", "campaign");

    @ArchTest
    static final ArchRule bundle_stands_on_what_it_stores =
            stands("bundle", "posting", "phrases", "features", "classify", "assess");

    @ArchTest
    static final ArchRule deployment_stands_on_what_a_bundle_is = stands("deployment", "posting", "assess");

    @ArchTest
    static final ArchRule no_cycles = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_cycles_among_packages_within_packages =
            slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_framework = noClasses()
            .should()
            .dependOnClassesThat(in(
                    "org.apache.flink..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "java.net.http..",
                    "com.sun.net.httpserver..",
                    "picocli..",
                    "org.slf4j..",
                    "java.util.logging.."));

    @ArchTest
    static final ArchRule smile_only_in_classify = only(SMILE, "classify");

    @ArchTest
    static final ArchRule lucene_only_in_text_concepts_and_phrases = only(LUCENE, "text", "concepts", "phrases");

    @ArchTest
    static final ArchRule icu_only_in_text = only("com.ibm.icu..", "text");

    @ArchTest
    static final ArchRule jsoup_only_in_text = only("org.jsoup..", "text");

    @ArchTest
    static final ArchRule libphonenumber_only_where_contacts_are_read =
            only("com.google.i18n.phonenumbers..", "facts.contact");

    @ArchTest
    static final ArchRule jackson_only_where_a_bundle_is_read_or_written = only(JACKSON, "bundle");

    @ArchTest
    static final ArchRule no_library_in_a_public_signature = members()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should(new ArchCondition<JavaMember>("not name Smile, Lucene, ICU4J, jsoup or Jackson") {
                @Override
                public void check(JavaMember member, ConditionEvents events) {
                    Set<String> leaked = signature(member).stream()
                            .filter(resideInAnyPackage(LUCENE, SMILE, JACKSON, "com.ibm.icu..", "org.jsoup.."))
                            .map(JavaClass::getName)
                            .collect(Collectors.toSet());
                    if (!leaked.isEmpty()) {
                        events.add(SimpleConditionEvent.violated(member, member.getFullName() + " names " + leaked));
                    }
                }
            });

    @ArchTest
    static final ArchRule no_java_deserialisation =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule nothing_depends_on_when_or_where_it_runs =
            noClasses().should().accessTargetWhere(isAmbient());

    /** An open file moves on by its nature; all else that others can hold never changes. */
    @ArchTest
    static final ArchRule fields_of_public_types_are_final = fields().that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(Closeable.class)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule static_fields_are_final =
            fields().that().areStatic().should().beFinal();

    private static ArchRule stands(String name, String... on) {
        Set<String> allowed = Set.of(on);
        DescribedPredicate<JavaClass> elsewhere =
                resideInAPackage("org.lurewatch.detection..").and(not(resideInAPackage(ROOT + name + "..")));
        for (String each : allowed) {
            elsewhere = elsewhere.and(not(resideInAPackage(ROOT + each + "..")));
        }
        return noClasses().that().resideInAPackage(ROOT + name + "..").should().dependOnClassesThat(elsewhere);
    }

    private static ArchRule only(String library, String... packages) {
        String[] names =
                Set.of(packages).stream().map(name -> ROOT + name + "..").toArray(String[]::new);
        return noClasses().that().resideOutsideOfPackages(names).should().dependOnClassesThat(in(library));
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(packages);
    }

    private static Set<JavaClass> signature(JavaMember member) {
        return member instanceof JavaCodeUnit unit
                ? unit.getAllInvolvedRawTypes()
                : ((JavaField) member).getAllInvolvedRawTypes();
    }

    private static DescribedPredicate<JavaAccess<?>> isAmbient() {
        return DescribedPredicate.describe(
                "is the clock, chance, the environment or standard output",
                access -> AMBIENT.contains(access.getTargetOwner().getSimpleName() + "." + access.getName())
                        || isNow(access)
                        || isUnseeded(access));
    }

    private static boolean isNow(JavaAccess<?> access) {
        return access.getName().equals("now")
                && access.getTargetOwner().getPackageName().equals("java.time");
    }

    private static boolean isUnseeded(JavaAccess<?> access) {
        return access instanceof JavaConstructorCall call
                && call.getTargetOwner().isEquivalentTo(Random.class)
                && call.getTarget().getRawParameterTypes().isEmpty();
    }
}
