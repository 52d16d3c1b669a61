package org.lurewatch.detection.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void escapesWhatMovesACursorOrTurnsText() {
        assertEquals(
                "\\u001B[2J a\\u202Eb\\nc\\u009Bd\\u2028\\uE000 漢字 😀 ไทย",
                TerminalText.escape("\u001B[2J a\u202Eb\nc\u009Bd\u2028\uE000 漢字 😀 ไทย"));
        assertEquals("\\uD83D", TerminalText.escape("\uD83D"));
    }

    @Test
    void cutsLongTextBetweenCharacters() {
        assertEquals("😀😀😀", TerminalText.escape("😀😀😀", 3));
        assertEquals("😀😀…", TerminalText.escape("😀😀😀😀", 3));
    }

    @Property
    void leavesNoControlOrFormatCharacterInAnyText(@ForAll String text) {
        long harmful = TerminalText.escape(text, 50)
                .codePoints()
                .filter(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
                .count();
        assertEquals(0, harmful);
    }
}
