package org.lurewatch.detection.concepts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConceptTableTest {
    private static final ConceptTable TABLE = ConceptTable.bundled();

    @Test
    void everyLanguageHasABitOfItsOwn() {
        assertTrue(TABLE.languages().size() < Long.SIZE, TABLE.languages().size() + " languages");
        assertEquals(TABLE.languages().size(), new TreeSet<>(TABLE.languages()).size());
        TABLE.forms().forEach(form -> assertTrue(form.language() >= 0, form.wording()));
    }

    @Test
    void everySayingIsKnownInEveryLanguage() {
        Set<List<Integer>> known = new HashSet<>();
        TABLE.forms().forEach(form -> known.add(List.of(form.concept(), form.language())));
        List<String> missing = new ArrayList<>();
        for (int concept = 0; concept < TABLE.concepts().size(); concept++) {
            for (int language = 0; language < TABLE.languages().size(); language++) {
                if (TABLE.concepts().get(concept).isSaying() && !known.contains(List.of(concept, language))) {
                    missing.add(TABLE.concepts().get(concept).code() + " in "
                            + TABLE.languages().get(language));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void sayingsThatPointToALureRestOnAPublishedIndicatorAndProtectiveOnesOnNone() {
        for (Concept concept : TABLE.concepts()) {
            boolean lures = concept.isSaying() && concept.kind() != Concept.Kind.PROTECTS;
            assertEquals(lures, !concept.indicator().isEmpty(), concept.code());
        }
    }
}
