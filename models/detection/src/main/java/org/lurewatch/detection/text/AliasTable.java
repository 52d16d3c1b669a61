package org.lurewatch.detection.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Cover names and what each stands for, from {@code aliases.tsv}. A line whose first column begins with an at sign names
 * a list of words; the others say which words stand for a token, and where: behind words of a list, behind a figure
 * ({@code figure}), before words of a list, before a handle ({@code handle}), or anywhere ({@code *}). Words may be
 * written in any spelling: the earlier steps of the chain fold them as the table is read.
 */
final class AliasTable {
    private static final int COLUMNS = 7;
    private static final String ANYWHERE = "*";
    private static final String FIGURE = "figure";
    private static final String HANDLE = "handle";

    private static final Alias[] NONE = {};

    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Alias[][] byFirst = new Alias[Character.MAX_VALUE + 1][];

    /** For each first unit the second units of its cover names, one bit for all of the same remainder. */
    private final long[] seconds = new long[Character.MAX_VALUE + 1];

    /**
     * One cover name.
     *
     * @param form how it is written
     * @param token what it stands for
     * @param precededBy words one of which may announce it
     * @param followedBy words one of which may confirm it
     * @param unless words that rule it out wherever they stand in the text
     * @param conditions which of the special conditions suffice
     */
    record Alias(
            String form,
            String token,
            Set<String> precededBy,
            Set<String> followedBy,
            Set<String> unless,
            Conditions conditions) {}

    /**
     * What suffices beside the lists.
     *
     * @param anywhere whether it always stands for its token
     * @param behindFigure whether a sum before it suffices
     * @param beforeHandle whether a handle behind it suffices
     * @param disguise whether its use counts as a disguise
     */
    record Conditions(boolean anywhere, boolean behindFigure, boolean beforeHandle, boolean disguise) {}

    private AliasTable() {}

    /** The table of the jar. */
    static AliasTable load(UnaryOperator<String> folding) {
        return JarTable.parsed(AliasTable.class, "aliases.tsv", (text, problems) -> parse(text, folding, problems));
    }

    /** Reads a table; one sentence for each line that cannot be used goes to {@code problems}. */
    static AliasTable parse(String text, UnaryOperator<String> folding, List<String> problems) {
        AliasTable table = new AliasTable();
        String[] lines = text.split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            String[] columns = lines[i].split("\t", -1);
            if (lines[i].isBlank()) {
                continue;
            }
            if (columns.length != COLUMNS) {
                problems.add(
                        "line " + (i + 1) + ": " + COLUMNS + " columns are needed, but there are " + columns.length);
            } else if (columns[0].startsWith("@")) {
                table.lists.put(columns[0], words(columns[1], folding));
            } else {
                table.addLine(columns, i + 1, folding, problems);
            }
        }
        return table;
    }

    private static Set<String> words(String cell, UnaryOperator<String> folding) {
        Set<String> words = new HashSet<>();
        for (String word : cell.split("\\|", -1)) {
            words.add(folding.apply(word));
        }
        return Set.copyOf(words);
    }

    private void addLine(String[] columns, int number, UnaryOperator<String> folding, List<String> problems) {
        Set<String> preceded = listed(columns[2], number, problems);
        Set<String> followed = listed(columns[3], number, problems);
        Set<String> unless = listed(columns[4], number, problems);
        Conditions conditions = new Conditions(
                columns[2].equals(ANYWHERE),
                columns[2].equals(FIGURE),
                List.of(columns[3].split("\\|")).contains(HANDLE),
                columns[5].equals("yes"));
        for (String form : words(columns[1], folding)) {
            if (form.isBlank()) {
                problems.add("line " + number + ": an empty word");
                continue;
            }
            add(new Alias(form, folding.apply(columns[0]), preceded, followed, unless, conditions));
        }
    }

    private Set<String> listed(String cell, int number, List<String> problems) {
        Set<String> words = new HashSet<>();
        for (String name : cell.split("\\|")) {
            if (name.startsWith("@")) {
                Set<String> list = lists.get(name);
                if (list == null) {
                    problems.add("line " + number + ": there is no list " + name + " above it");
                } else {
                    words.addAll(list);
                }
            } else if (!Set.of("", ANYWHERE, FIGURE, HANDLE).contains(name)) {
                problems.add("line " + number + ": '" + name + "' is neither a list nor a condition");
            }
        }
        return Set.copyOf(words);
    }

    /** The words of a list, by its name with the at sign. */
    Set<String> list(String name) {
        return lists.getOrDefault(name, Set.of());
    }

    private void add(Alias alias) {
        char c = alias.form().charAt(0);
        Alias[] before = byFirst[c] == null ? NONE : byFirst[c];
        Alias[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = alias;
        Arrays.sort(after, Comparator.comparingInt(each -> -each.form().length()));
        byFirst[c] = after;
        seconds[c] |= alias.form().length() == 1 ? -1L : 1L << alias.form().charAt(1);
    }

    /** Whether a cover name may begin with these two units: a quick test that rules out nearly all words. */
    boolean mayBegin(char first, char second) {
        return (seconds[first] & 1L << second) != 0;
    }

    /** The cover names that begin with a unit, the longest first, not to be changed; or null where there is none. */
    Alias[] beginningWith(char c) {
        return byFirst[c];
    }
}
