package org.lurewatch.detection.concepts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.PositiveIntOutputs;
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

    /** Vietnamese marks its tones, and a word without them is another word. */
    private static final String MARKED_LANGUAGE = "vi";

    /**
     * What a wording means.
     *
     * @param concept place of the concept, or {@link ConceptTable#COMMON_WORD}
     * @param languages a bit for each language in which it means that
     * @param marked the wording with its marks, where it counts only with them; else null
     */
    record Meaning(int concept, long languages, String marked) {}

    final FST<Long> forms;
    private final Meaning[][] meanings;

    FormAutomaton(ConceptTable table) {
        SortedMap<String, List<Meaning>> byKey = new TreeMap<>();
        for (ConceptTable.Form form : table.forms()) {
            add(form, table.languages().get(form.language()), byKey);
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

    private static void add(ConceptTable.Form form, String language, SortedMap<String, List<Meaning>> byKey) {
        boolean marks = language.equals(MARKED_LANGUAGE);
        String wording = form.wording().toLowerCase(Locale.ROOT);
        String key = key(wording);
        if (key.isEmpty()) {
            return;
        }
        String marked = marks && !isAscii(wording)
                ? TextChain.comparable(wording.replace("*", "")).text()
                : null;
        long bit = 1L << form.language();
        List<Meaning> list = byKey.computeIfAbsent(key, k -> new ArrayList<>());
        for (int i = 0; i < list.size(); i++) {
            Meaning other = list.get(i);
            if (other.concept() == form.concept() && marked == null && other.marked() == null) {
                list.set(i, new Meaning(form.concept(), other.languages() | bit, null));
                return;
            }
        }
        list.add(new Meaning(form.concept(), bit, marked));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** The wording as the walk over tokens meets it. */
    private static String key(String wording) {
        StringBuilder key = new StringBuilder();
        boolean unspaced = false;
        for (String part : wording.replace("_", " _ ").strip().split("\\s+")) {
            if (part.equals("_")) {
                key.append((char) GAP);
                continue;
            }
            boolean open = part.endsWith("*");
            for (Token token : Tokens.of(TextChain.comparable(part.replace("*", "")))) {
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
}
