package org.lurewatch.intake.columns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words of column names, in many languages. A name is cut into words at spaces, signs and capitals; what is written
 * in one ({@code Stellenbeschreibung}, {@code jobtitle}, {@code 公司名称}) is cut by the words that are known; a long word
 * may have one letter wrong.
 */
final class HeaderWords {
    /** Longest name that is looked at; nobody calls a column so, and cutting costs the square of it. */
    private static final int LONGEST = 80;

    private static final int MOST_WORDS_OF_A_PHRASE = 4;
    private static final int SHORTEST_MISSPELT = 6;
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F\\u064B-\\u065F\\u0640\\u200B-\\u200F]");
    private static final Pattern CAPITALS =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern TRAILING_DIGITS = Pattern.compile("(?<=\\p{L}{3})\\d+$");

    static final HeaderWords BUILT_IN = load();

    private final Map<String, Word> words;

    /** @param weight how sure a sign the word is, 0 to 1 */
    record Word(HeaderConcept concept, double weight) {}

    /**
     * The concepts of a name.
     *
     * @param words in their order
     * @param unknown whether there are words besides
     */
    record Reading(List<Word> words, boolean unknown) {}

    private HeaderWords(Map<String, Word> words) {
        this.words = words;
    }

    private static HeaderWords load() {
        Map<String, Word> words = new HashMap<>();
        try (InputStream in = HeaderWords.class.getResourceAsStream("header-words.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(line.split("\t"), words);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HeaderWords(words);
    }

    private static void add(String[] conceptAndWords, Map<String, Word> into) {
        HeaderConcept concept = HeaderConcept.valueOf(conceptAndWords[0]);
        for (String word : conceptAndWords[1].split(",")) {
            boolean weak = word.endsWith("~");
            String folded = String.join(" ", split(weak ? word.substring(0, word.length() - 1) : word));
            Word before = into.put(folded, new Word(concept, weak ? 0.6 : 1));
            if (before != null && before.concept() != concept) {
                throw new IllegalStateException(
                        "header word '" + folded + "' stands for " + before.concept() + " and " + concept);
            }
        }
    }

    /** What the words of a name stand for. */
    Reading read(String name) {
        List<String> tokens = split(name.length() > LONGEST ? name.substring(0, LONGEST) : name);
        List<Word> found = new ArrayList<>();
        boolean unknown = false;
        for (int i = 0; i < tokens.size(); ) {
            int length = phraseAt(tokens, i, found);
            if (length == 0) {
                unknown |= !single(tokens.get(i), found);
                length = 1;
            }
            i += length;
        }
        return new Reading(found, unknown);
    }

    private int phraseAt(List<String> tokens, int from, List<Word> found) {
        for (int length = Math.min(MOST_WORDS_OF_A_PHRASE, tokens.size() - from); length > 1; length--) {
            Word word = words.get(String.join(" ", tokens.subList(from, from + length)));
            if (word != null) {
                found.add(word);
                return length;
            }
        }
        return 0;
    }

    private boolean single(String token, List<Word> found) {
        if (NUMBER.matcher(token).matches()) {
            return true;
        }
        String word = TRAILING_DIGITS.matcher(token).replaceFirst("");
        Optional<Word> known = Optional.ofNullable(words.get(token))
                .or(() -> Optional.ofNullable(words.get(word)))
                .or(() -> misspelt(word));
        if (known.isPresent()) {
            found.add(known.get());
            return true;
        }
        List<Word> parts = parts(word);
        found.addAll(parts);
        return !parts.isEmpty();
    }

    /** A long word with one letter wrong, missing, doubled or swapped with its neighbour; a plural. */
    private Optional<Word> misspelt(String token) {
        if (token.length() < SHORTEST_MISSPELT) {
            return token.length() > 3 && token.endsWith("s")
                    ? Optional.ofNullable(words.get(token.substring(0, token.length() - 1)))
                    : Optional.empty();
        }
        Word best = null;
        for (Map.Entry<String, Word> known : words.entrySet()) {
            String word = known.getKey();
            if (word.length() >= SHORTEST_MISSPELT - 1
                    && Math.abs(word.length() - token.length()) <= 1
                    && isOneEditFrom(word, token)) {
                // The order of a hash map decides nothing.
                if (best == null || known.getValue().concept().compareTo(best.concept()) < 0) {
                    best = known.getValue();
                }
            }
        }
        return Optional.ofNullable(best).map(word -> new Word(word.concept(), word.weight() * 0.9));
    }

    private static boolean isOneEditFrom(String word, String token) {
        int same = 0;
        int shorter = Math.min(word.length(), token.length());
        while (same < shorter && word.charAt(same) == token.charAt(same)) {
            same++;
        }
        String restOfWord = word.substring(same);
        String restOfToken = token.substring(same);
        if (restOfWord.length() == restOfToken.length()) {
            return restOfWord.isEmpty()
                    || restOfWord.substring(1).equals(restOfToken.substring(1))
                    || isSwapped(restOfWord, restOfToken);
        }
        return restOfWord.length() > restOfToken.length()
                ? restOfWord.substring(1).equals(restOfToken)
                : restOfToken.substring(1).equals(restOfWord);
    }

    private static boolean isSwapped(String one, String other) {
        return one.length() > 1
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && one.substring(2).equals(other.substring(2));
    }

    /** Cuts what is written in one into the fewest known words; empty if too much of it is left over. */
    private List<Word> parts(String token) {
        int length = token.length();
        int[] cost = new int[length + 1];
        int[] from = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            cost[end] = cost[end - 1] + leftOverCost(token.charAt(end - 1));
            from[end] = -1;
            for (int start = 0; start < end; start++) {
                if (cost[start] + 2 < cost[end] && isPart(token.substring(start, end))) {
                    cost[end] = cost[start] + 2;
                    from[end] = start;
                }
            }
        }
        List<Word> parts = new ArrayList<>();
        int leftOver = 0;
        for (int end = length; end > 0; ) {
            if (from[end] < 0) {
                leftOver++;
                end--;
            } else {
                parts.add(0, words.get(token.substring(from[end], end)));
                end = from[end];
            }
        }
        boolean enough = isWrittenInOne(token) ? !parts.isEmpty() : leftOver <= length / 7;
        return enough ? parts : List.of();
    }

    private boolean isPart(String part) {
        return words.containsKey(part) && part.length() >= (isWrittenInOne(part) ? 1 : 3);
    }

    private static int leftOverCost(char letter) {
        return isWrittenInOne(String.valueOf(letter)) ? 3 : 2;
    }

    /** Whether the script has no spaces between words, or glues words that mean something alone. */
    private static boolean isWrittenInOne(String text) {
        return switch (Character.UnicodeScript.of(text.codePointAt(0))) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /** The words of a name, in lower case and without accents. */
    static List<String> split(String name) {
        String spaced = CAPITALS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll(" ");
        return BETWEEN_WORDS
                .splitAsStream(folded(spaced))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    private static String folded(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        String bare = ACCENTS.matcher(decomposed).replaceAll("");
        return Normalizer.normalize(bare, Normalizer.Form.NFC)
                .replace("ß", "ss")
                .replace('đ', 'd')
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace("æ", "ae")
                .replace('ı', 'i')
                .replace('’', '\'')
                .replace('ي', 'ی')
                .replace('ى', 'ی')
                .replace('ك', 'ک');
    }
}
