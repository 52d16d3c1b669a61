package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordEdgesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ทำงาน|ที่|บ้าน", "电脑|操作|简单", "仕事|は|簡単", "data| |entry"})
    void wordsAreParted(String marked) {
        List<Integer> expected = new ArrayList<>();
        List<Integer> edges = new ArrayList<>();
        String text = marked.replace("|", "");
        int at = 0;
        for (String word : marked.split("\\|")) {
            at += word.length();
            expected.add(at);
        }
        WordEdges found = WordEdges.of(text);
        for (int i = 1; i <= text.length(); i++) {
            if (found.isEdge(i)) {
                edges.add(i);
            }
        }
        assertEquals(expected, edges);
    }
}
