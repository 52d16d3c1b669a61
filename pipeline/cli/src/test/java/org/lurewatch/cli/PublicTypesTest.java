package org.lurewatch.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.lab.requests.ScriptTexts;

/** Here, because only the command line knows all who use the desk and the lab. */
@AnalyzeClasses(
        packages = {"org.lurewatch.desk", "org.lurewatch.lab", "org.lurewatch.cli", "org.lurewatch.web"},
        importOptions = {DoNotIncludeTests.class, PublicTypesTest.WithoutJarsOfTests.class})
class PublicTypesTest {
    /** What the tests of other modules share comes in jars, once these are packaged. */
    static final class WithoutJarsOfTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule onlyWhatAnotherPackageUsesIsPublic = classes()
            .that(resideInAnyPackage("org.lurewatch.desk..", "org.lurewatch.lab..", "org.lurewatch.cli.."))
            .and(not(belongToAnyOf(Lurewatch.class, ExitCode.class))) // constants leave no trace
            .and(not(belongToAnyOf(ScriptTexts.class))) // tests of the command line use it, too
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
