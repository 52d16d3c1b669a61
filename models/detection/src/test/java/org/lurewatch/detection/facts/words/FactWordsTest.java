package org.lurewatch.detection.facts.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.text.TextChain;

class FactWordsTest {

    @Test
    void everyWordOfTheTableIsInComparableForm() {
        List<String> unfolded = FactWords.TABLE.words().stream()
                .map(FactWord::text)
                .filter(word -> !TextChain.withoutAliases(word).text().equals(word))
                .toList();
        assertEquals(List.of(), unfolded);
    }

    @Test
    void everyWordOfTheTableIsFoundInAText() {
        List<String> lost = FactWords.TABLE.words().stream()
                .map(FactWord::text)
                .filter(word -> Marks.of(word).size() == 0)
                .toList();
        assertEquals(List.of(), lost);
    }

    @Test
    void namesTheLineOfEveryFault() {
        List<String> problems = new ArrayList<>();
        FactWords.parse(
                "role\tvalue\tlanguage\twords\n"
                        + "currency\tUSD\ten\tbucks\n"
                        + "currency\tEUR\ten\tbucks\n"
                        + "curency\tEUR\ten\teuro\n"
                        + "period\tDECADE\ten\tper decade\n"
                        + "pay\t-\n",
                problems);
        assertEquals(4, problems.size());
        assertEquals("line 3: 'bucks': stands for two currencies", problems.get(0));
        assertEquals("line 4: there is no role of the name in column 1", problems.get(1));
        assertTrue(problems.get(2).startsWith("line 5: 'per decade'"));
        assertEquals("line 6: 4 columns are needed, but there are 2", problems.get(3));
    }
}
