package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScamTypeTextTest {
    @Test
    void everyKindHasANameOfItsOwnAndOneSentence() {
        List<ScamTypeText> all = ScamTypeText.all();
        assertEquals(
                Arrays.asList(ScamType.values()),
                all.stream().map(ScamTypeText::type).toList());
        assertEquals(
                all.size(), new HashSet<>(all.stream().map(ScamTypeText::name).toList()).size());
        for (ScamTypeText kind : all) {
            assertTrue(kind.name().length() <= 32, kind::name);
            assertTrue(kind.description().matches("[A-Z][^.]+\\."), kind::description);
        }
    }

    @Test
    void aKindIsMeantByItsCodeOrItsName() {
        for (String text : List.of("advance_fee", "Advance-Fee", " advance fee ")) {
            assertEquals(Optional.of(ScamType.ADVANCE_FEE), ScamTypeText.meant(text), text);
        }
        assertEquals(Optional.of(ScamType.GHOST_EMPLOYER), ScamTypeText.meant("invented employer"));
        assertEquals(Optional.empty(), ScamTypeText.meant("fee"));
        assertEquals(Optional.empty(), ScamTypeText.meant(""));
    }

    @Test
    void aCodeOfALaterVersionStaysAsItIs() {
        assertEquals("task scam", ScamTypeText.nameOf("task_scam"));
        assertEquals("pet_scam", ScamTypeText.nameOf("pet_scam"));
    }
}
