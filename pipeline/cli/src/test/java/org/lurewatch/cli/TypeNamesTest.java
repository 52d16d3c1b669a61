package org.lurewatch.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Here, because only the command line has all other modules on its class path. A generated record of {@code schemas} may
 * have the name of what it carries.
 */
class TypeNamesTest {
    @Test
    void noTwoTypesShareAName() {
        TreeMap<String, List<String>> byName = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(new PublicTypesTest.WithoutJarsOfTests())
                        .importPackages("org.lurewatch")
                        .stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .filter(type -> !type.getPackageName().equals("org.lurewatch.schemas"))
                        .collect(groupingBy(
                                JavaClass::getSimpleName, TreeMap::new, mapping(JavaClass::getName, toList())));

        assertThat(byName).containsKeys("Lurewatch", "Judge", "TableRecords");
        assertThat(byName.values()).allSatisfy(types -> assertThat(types).hasSize(1));
    }
}
