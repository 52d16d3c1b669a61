package org.lurewatch.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DisplayTextTest {
    @Test
    void aWideCharacterTakesTwoColumnsAndAMarkNone() {
        assertEquals(3, DisplayText.width("abc"));
        assertEquals(4, DisplayText.width("客服"));
        assertEquals(2, DisplayText.width("Ａ"));
        assertEquals(2, DisplayText.width("🙌"));
        assertEquals(1, DisplayText.width("e\u0301"));
        assertEquals(3, DisplayText.width("ไม่มี"), "two of the five stand above");
    }

    @Test
    void whatIsTooWideIsCut() {
        assertEquals("abcdef", DisplayText.fit("abcdef", 6));
        assertEquals("abcd…", DisplayText.fit("abcdef", 5));
        assertEquals("客服…", DisplayText.fit("客服人员", 6));
        assertEquals("客服人员", DisplayText.fit("客服人员", 8));
        assertEquals("客服…", DisplayText.fit("客服人员", 5));
        assertEquals("ae\u0301…", DisplayText.fit("ae\u0301bc", 3));
    }

    @Test
    void aPileOfMarksIsCutDown() {
        assertEquals("a" + "\u0301".repeat(4) + "b", DisplayText.fit("a" + "\u0301".repeat(900) + "b", 10));
    }

    @Property
    void whateverAnAdvertSaysFitsAndIsHarmless(@ForAll String text, @ForAll @IntRange(min = 1, max = 60) int columns) {
        String shown = DisplayText.fit(text, columns);
        assertTrue(DisplayText.width(shown) <= columns, shown);
        assertFalse(shown.codePoints().anyMatch(Character::isISOControl), shown);
        assertEquals(columns, DisplayText.width(DisplayText.pad(shown, columns)));
    }

    @Test
    void aSentenceIsBrokenAtSpaces() {
        assertEquals(List.of("  one two", "  three", "  four"), DisplayText.wrap("one two three four", 9, "  "));
        assertEquals(List.of("unbreakable", "word"), DisplayText.wrap("unbreakable word", 5, ""));
        assertEquals(List.of("客服", "人员"), DisplayText.wrap("客服 人员", 8, ""));
    }
}
