package org.lurewatch.detection.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CountedValuesTest {
    @Test
    void aCountryIsTheSameByCodeAndByNameInManyLanguages() {
        for (String name : new String[] {"TH", "th ", "THA", "Thailand", "Tailandia", "ไทย", "Таиланд", "泰国"}) {
            assertEquals("TH", Countries.counted(name), name);
        }
        assertEquals("KH", Countries.counted("Camboya"));
        assertEquals("MM", Countries.counted("မြန်မာ"));
    }

    @Test
    void aPlaceThatIsNoCountryIsCountedAsOther() {
        assertEquals(Countries.OTHER, Countries.counted("Golden Triangle"));
        assertEquals(Countries.OTHER, Countries.counted("x".repeat(10_000)));
        assertEquals(Countries.OTHER, Countries.counted(""));
    }

    @Test
    void aLanguageOrScriptIsItselfAndAnInventedOneIsOther() {
        assertEquals("es", Languages.counted("es"));
        assertEquals("fil", Languages.counted("fil"));
        assertEquals("und-Khmr", Languages.counted("und-Khmr"));
        assertEquals("und", Languages.counted("und"));
        assertEquals(Languages.OTHER, Languages.counted("qqqzzz"));
    }

    @Property
    void whateverIsScrapedTheValuesStayFewAndShort(@ForAll Set<String> scraped) {
        Set<String> counted = new HashSet<>();
        scraped.forEach(text -> counted.add(Countries.counted(text)));
        scraped.forEach(text -> counted.add(Languages.counted(text)));
        assertTrue(counted.stream().allMatch(value -> value.length() <= 8), counted::toString);
    }
}
