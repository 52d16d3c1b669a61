package org.lurewatch.detection.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/**
 * A sample cut into words.
 *
 * @param text comparable text
 * @param tokens its words
 * @param words the same as numbers, equal for equal words of all samples
 * @param bits what writing down each word costs: little for those that are common in all samples
 */
record SampleText(String text, List<Token> tokens, int[] words, double[] bits) {

    static List<SampleText> of(List<String> samples) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        List<List<Token>> cut = new ArrayList<>();
        int all = 0;
        for (String sample : samples) {
            List<Token> tokens = Tokens.of(sample);
            for (Token token : tokens) {
                numbers.putIfAbsent(token.term(), numbers.size());
                counts.merge(token.term(), 1, Integer::sum);
            }
            all += tokens.size();
            cut.add(tokens);
        }
        List<SampleText> texts = new ArrayList<>();
        for (int s = 0; s < samples.size(); s++) {
            List<Token> tokens = cut.get(s);
            int[] words =
                    tokens.stream().mapToInt(token -> numbers.get(token.term())).toArray();
            double total = all;
            double[] bits = tokens.stream()
                    .mapToDouble(token -> log2(total / counts.get(token.term())) + 1)
                    .toArray();
            texts.add(new SampleText(samples.get(s), tokens, words, bits));
        }
        return texts;
    }

    int length() {
        return words.length;
    }

    double bitsOf(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += bits[i];
        }
        return sum;
    }

    /** What stands between two words, without the white space around it. */
    String between(int afterWord, int beforeWord) {
        int start = tokens.get(afterWord).start();
        int end = tokens.get(beforeWord - 1).end();
        return text.substring(start, end);
    }

    static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
