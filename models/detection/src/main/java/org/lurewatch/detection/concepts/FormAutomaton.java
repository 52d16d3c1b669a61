package org.lurewatch.detection.concepts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.PositiveIntOutputs;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/**
 * All forms of all languages in one of Lucene's finite state transducers. A form is spelt as the text chain spells it,
 * so that whatever the chain undoes in a text cannot hide a form.
 */
final class FormAutomaton {
    /** Any ending of a word. */
    static final int ANY_ENDING = 1;

    /** One or two words, or a few characters where words are not spaced. */
    static final int GAP = 2;

    static final int SPACE = ' ';

    /** Signs at the start of a form which the chain drops, but behind which alone the form means what it says. */
    static final String SIGNS = "/%";

    static final char NO_SIGN = 0;

    /** Vietnamese marks its tones, and a word without them is another word. */
    private static final String MARKED_LANGUAGE = "vi";

    /**
     * What a wording means.
     *
     * @param concept place of the concept, or {@link ConceptTable#COMMON_WORD}
     * @param languages a bit for each language in which it means that
     * @param sign what the wording starts with, such as the slash of "/hr", or {@link #NO_SIGN}
     * @param marked the words before, between and behind its gaps, where they count only with their marks; else empty
     */
    record Meaning(int concept, long languages, char sign, List<MarkedWords> marked) {
        boolean isSigned() {
            return sign != NO_SIGN;
        }

        boolean saysTheSameAs(Meaning other) {
            return concept == other.concept && sign == other.sign && marked.equals(other.marked);
        }

        Meaning inMoreLanguages(long more) {
            return new Meaning(concept, languages | more, sign, marked);
        }
    }

    /**
     * Words with their marks.
     *
     * @param text as the text chain spells them
     * @param tokens how many they are
     */
    record MarkedWords(String text, int tokens) {}

    final FST<Long> forms;
    private final Meaning[][] meanings;

    FormAutomaton(ConceptTable table) {
        SortedMap<String, List<Meaning>> byKey = new TreeMap<>();
        Words words = new Words();
        for (ConceptTable.Form form : table.forms()) {
            add(form, table.languages().get(form.language()), words, byKey);
        }
        meanings = byKey.values().stream()
                .map(list -> list.toArray(new Meaning[0]))
                .toArray(Meaning[][]::new);
        try {
            forms = compile(byKey);
        } catch (IOException impossible) {
            throw new UncheckedIOException("forms in memory could not be compiled", impossible);
        }
    }

    /** What the form means whose outputs add up to this. */
    Meaning[] meanings(long output) {
        return meanings[(int) output];
    }

    private static FST<Long> compile(SortedMap<String, List<Meaning>> byKey) throws IOException {
        FSTCompiler<Long> compiler =
                new FSTCompiler.Builder<>(FST.INPUT_TYPE.BYTE2, PositiveIntOutputs.getSingleton()).build();
        IntsRefBuilder units = new IntsRefBuilder();
        long number = 0;
        for (String key : byKey.keySet()) {
            units.clear();
            key.chars().forEach(units::append);
            compiler.add(units.get(), number++);
        }
        return FST.fromFSTReader(compiler.compile(), compiler.getFSTReader());
    }

    /** Cover names mean what they say in some texts and not in others, so that a form is spelt in both ways. */
    private static void add(
            ConceptTable.Form form, String language, Words words, SortedMap<String, List<Meaning>> byKey) {
        String wording = form.wording().toLowerCase(Locale.ROOT);
        boolean marks = language.equals(MARKED_LANGUAGE) && !isAscii(wording);
        Meaning meaning =
                new Meaning(form.concept(), 1L << form.language(), sign(wording), marks ? marked(wording) : List.of());
        Set<String> keys = new TreeSet<>();
        keys.add(key(wording, words::comparable));
        keys.add(key(wording, words::withoutAliases));
        keys.remove("");
        keys.forEach(key -> add(meaning, byKey.computeIfAbsent(key, k -> new ArrayList<>())));
    }

    private static char sign(String wording) {
        char first = wording.charAt(0);
        return SIGNS.indexOf(first) < 0 || wording.length() > 1 && Character.isDigit(wording.charAt(1))
                ? NO_SIGN
                : first;
    }

    private static void add(Meaning meaning, List<Meaning> alike) {
        for (int i = 0; i < alike.size(); i++) {
            Meaning other = alike.get(i);
            if (other.saysTheSameAs(meaning)) {
                alike.set(i, meaning.inMoreLanguages(other.languages()));
                return;
            }
        }
        alike.add(meaning);
    }

    private static List<MarkedWords> marked(String wording) {
        List<MarkedWords> marked = new ArrayList<>();
        for (String words : wording.replace("*", "").split("_")) {
            ComparableText text = TextChain.comparable(words);
            List<Token> tokens = Tokens.of(text);
            if (!tokens.isEmpty()) {
                int end = tokens.get(tokens.size() - 1).end();
                marked.add(new MarkedWords(text.text().substring(tokens.get(0).start(), end), tokens.size()));
            }
        }
        return marked;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** The wording as the walk over tokens meets it. */
    private static String key(String wording, Function<String, List<Token>> chain) {
        StringBuilder key = new StringBuilder();
        boolean unspaced = false;
        for (String part : wording.replace("_", " _ ").strip().split("\\s+")) {
            if (part.equals("_")) {
                key.append((char) GAP);
                continue;
            }
            boolean open = part.endsWith("*");
            for (Token token : chain.apply(part.replace("*", ""))) {
                if (!key.isEmpty() && !(unspaced && token.unspaced())) {
                    key.append((char) SPACE);
                }
                key.append(token.term());
                unspaced = token.unspaced();
            }
            if (open && !unspaced && !key.isEmpty()) {
                key.append((char) ANY_ENDING);
            }
        }
        return key.toString();
    }

    /** Words as the chain reads them, each of which is read once, however many forms hold it. */
    private static final class Words {
        private final Map<String, List<Token>> comparable = new HashMap<>();
        private final Map<String, List<Token>> withoutAliases = new HashMap<>();

        List<Token> comparable(String word) {
            read(word);
            return comparable.get(word);
        }

        List<Token> withoutAliases(String word) {
            read(word);
            return withoutAliases.get(word);
        }

        /** A word that the chain leaves as it is has no cover name in it. */
        private void read(String word) {
            if (!comparable.containsKey(word)) {
                ComparableText text = TextChain.comparable(word);
                comparable.put(word, Tokens.of(text));
                withoutAliases.put(
                        word,
                        text.text().equals(word) ? comparable.get(word) : Tokens.of(TextChain.withoutAliases(word)));
            }
        }
    }
}
