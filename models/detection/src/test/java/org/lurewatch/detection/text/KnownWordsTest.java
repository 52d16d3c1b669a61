package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class KnownWordsTest {

    /** Of few letters, so that words come again and push each other out. */
    @Property(tries = 300)
    void aWordHasTheTermItWouldHaveByItself(
            @ForAll @Size(max = 300)
                    List<
                                    @NotEmpty @StringLength(max = 30) @CharRange(from = 'a', to = 'c')
                                    @CharRange(from = '0', to = '4') @CharRange(from = '\u00e0', to = '\u00e3') String>
                            words) {
        KnownWords known = new KnownWords();
        for (String word : words) {
            char[] text = (" " + word + " ").toCharArray();
            assertEquals(Tokens.plain(word), known.term(text, 1, 1 + word.length()));
        }
    }

    @Test
    void aWordThatComesAgainIsTheSameString() {
        KnownWords known = new KnownWords();
        char[] text = "salary and salary".toCharArray();
        assertSame(known.term(text, 0, 6), known.term(text, 11, 17));
    }
}
