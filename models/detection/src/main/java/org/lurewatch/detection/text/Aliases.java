package org.lurewatch.detection.text;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.text.AliasTable.Alias;

/**
 * Replaces a cover name by the plain name where its neighbours show that a cover name is meant: 飛機 is Telegram before a
 * handle, and a plane in an airline's advert.
 */
final class Aliases {
    private static final int LONGEST_CONTEXT = 6;
    private static final int FEWEST_FIGURES = 3;
    private static final int FARTHEST_HANDLE = 6;
    private static final int SHORTEST_HANDLE = 4;
    /** The beginning of a longer one is enough to decide. */
    private static final int LONGEST_HANDLE = 64;

    private static final int FEWEST_DIGITS_ALONE = 7;
    private static final String ANNOUNCING = ":=@>\u2192\u27a1";
    private static final String FILLING = " id\u53f7\u7801\u5e10\u8d26\u662f\u4e3a(";

    private static final class Table {
        static final AliasTable ALIASES =
                AliasTable.load(raw -> TextChain.withoutAliases(raw).text());
        /** Words that may stand right before a name without being a part of it. */
        static final Set<String> OWN = ALIASES.list("@own");
    }

    private final MappedText in;
    private final TrickCounts counts;
    private final AliasTable table = Table.ALIASES;
    /** Whether the text contains any of some words. It is searched only once, however often a cover name occurs. */
    private Map<Set<String>, Boolean> ruledOut;

    private String whole;

    private Aliases(MappedText in, TrickCounts counts) {
        this.in = in;
        this.counts = counts;
    }

    static MappedText replace(MappedText in, TrickCounts counts) {
        return new Aliases(in, counts).replaced();
    }

    private MappedText replaced() {
        MappedText out = null;
        int copied = 0;
        int i = 0;
        char[] units = in.units();
        int length = in.length();
        while (i < length) {
            char second = i + 1 < length ? units[i + 1] : 0;
            Alias alias = table.mayBegin(units[i], second) ? meant(table.beginningWith(units[i]), i) : null;
            if (alias == null) {
                i = isLatinLetter(units[i]) ? wordEnd(units, i, length) : i + 1;
                continue;
            }
            if (out == null) {
                out = new MappedText(length + 16);
            }
            int end = i + alias.form().length();
            out.append(in, copied, i);
            appendToken(alias.token(), i, end, out);
            counts.aliases += alias.conditions().disguise() ? 1 : 0;
            copied = end;
            i = end;
        }
        if (out == null) {
            return in;
        }
        out.append(in, copied, in.length());
        return out;
    }

    /** A Latin name stays a word of its own beside other Latin letters. */
    private void appendToken(String token, int from, int end, MappedText out) {
        int start = in.start(from);
        int stop = in.end(end - 1);
        boolean latin = token.charAt(0) < 0x80;
        if (latin && from > 0 && isLatinUnit(in.charAt(from - 1))) {
            out.append(' ', start, stop);
        }
        out.append(token, start, stop);
        if (latin && end < in.length() && isLatinUnit(in.charAt(end))) {
            out.append(' ', start, stop);
        }
    }

    private Alias meant(Alias[] names, int from) {
        for (Alias alias : names) {
            if (stands(alias.form(), from)
                    && isMeant(alias, from, from + alias.form().length())) {
                return alias;
            }
        }
        return null;
    }

    /** No Latin name begins inside a word, but one may follow a figure's k or w: "30ku". */
    private static int wordEnd(char[] units, int from, int length) {
        int end = from + 1;
        boolean unit = units[from] == 'k' || units[from] == 'w';
        while (end < length && isLatinLetter(units[end]) && !(unit && end == from + 1)) {
            end++;
        }
        return end;
    }

    private boolean isMeant(Alias alias, int from, int end) {
        boolean sum = alias.conditions().behindFigure();
        boolean latinForm = isLatinUnit(alias.form().charAt(0));
        if (latinForm && (continuesLatin(from, sum) || (end < in.length() && isLatinUnit(in.charAt(end))))) {
            return false;
        }
        boolean meant = alias.conditions().anywhere()
                || (sum ? standsBehindSum(from) : isAlone(alias, from, end))
                || (isClosed(alias, end) && wordBefore(alias.precededBy(), from))
                || ((begins(from) || wordBefore(Table.OWN, from) || wordBefore(alias.precededBy(), from))
                        && (wordBehind(alias.followedBy(), end)
                                || (alias.conditions().beforeHandle() && handleFollows(end))));
        return meant && !isRuledOut(alias.unless());
    }

    private boolean isRuledOut(Set<String> words) {
        if (ruledOut == null) {
            ruledOut = new IdentityHashMap<>();
        }
        return ruledOut.computeIfAbsent(words, all -> all.stream().anyMatch(whole()::contains));
    }

    private boolean continuesLatin(int from, boolean sum) {
        return from > 0
                && (sum
                        ? isLatinLetter(in.charAt(from - 1)) && "kw".indexOf(in.charAt(from - 1)) < 0
                        : isLatinUnit(in.charAt(from - 1)));
    }

    /** A text that is nothing but the name, as an entry of a word list is. */
    private boolean isAlone(Alias alias, int from, int end) {
        return !alias.precededBy().isEmpty() && from == 0 && end == in.length();
    }

    private boolean begins(int from) {
        return from == 0 || !Character.isLetterOrDigit(in.charAt(from - 1)) || in.charAt(from - 1) < 0x80;
    }

    /** Whether the name does not run on into another word. */
    private boolean isClosed(Alias alias, int end) {
        return end == in.length()
                || !Character.isLetter(in.charAt(end))
                || in.charAt(end) < 0x80
                || wordBehind(alias.followedBy(), end);
    }

    private boolean wordBefore(Set<String> words, int end) {
        int to = end > 0 && in.charAt(end - 1) == ' ' ? end - 1 : end;
        for (int length = 1; length <= LONGEST_CONTEXT && length <= to; length++) {
            int from = to - length;
            boolean runsOn = isLatinUnit(in.charAt(from)) && from > 0 && isLatinUnit(in.charAt(from - 1));
            boolean plus = in.charAt(from) == '+' && from > 0 && isLatinUnit(in.charAt(from - 1));
            if (!runsOn && !plus && words.contains(in.slice(from, to))) {
                return true;
            }
        }
        return false;
    }

    private boolean wordBehind(Set<String> words, int from) {
        int start = from < in.length() && in.charAt(from) == ' ' ? from + 1 : from;
        for (int length = 1; length <= LONGEST_CONTEXT + 2 && start + length <= in.length(); length++) {
            int end = start + length;
            boolean runsOn = isLatinUnit(in.charAt(end - 1)) && end < in.length() && isLatinUnit(in.charAt(end));
            if (!runsOn && words.contains(in.slice(start, end))) {
                return true;
            }
        }
        return false;
    }

    private boolean standsBehindSum(int from) {
        int i = from;
        while (i > 0 && from - i < 2 && " kw\u4e07\u5343".indexOf(in.charAt(i - 1)) >= 0) {
            i--;
        }
        boolean scaled = i < from && in.charAt(i) != ' ';
        int digits = 0;
        while (i > 0 && (isDigit(in.charAt(i - 1)) || in.charAt(i - 1) == ',' || in.charAt(i - 1) == '.')) {
            digits += isDigit(in.charAt(i - 1)) ? 1 : 0;
            i--;
        }
        return digits >= FEWEST_FIGURES || (scaled && digits > 0);
    }

    /** A colon or at sign and a name, or a name that is no word: "飞机:abc", "飞机 abc_168". */
    private boolean handleFollows(int from) {
        boolean announced = false;
        int i = from;
        while (i < in.length() && i - from < FARTHEST_HANDLE) {
            char c = in.charAt(i);
            announced |= ANNOUNCING.indexOf(c) >= 0;
            boolean idWord =
                    c == 'i' && i + 2 < in.length() && in.charAt(i + 1) == 'd' && !isLatinUnit(in.charAt(i + 2));
            if (!idWord && c != ' ' && ANNOUNCING.indexOf(c) < 0 && (FILLING.indexOf(c) < 0 || c < 0x80 && c != '(')) {
                break;
            }
            i += idWord ? 2 : 1;
        }
        int letters = 0;
        int digits = 0;
        int joins = 0;
        int end = i;
        while (end < in.length()
                && end - i < LONGEST_HANDLE
                && (isLatinUnit(in.charAt(end)) || ".-".indexOf(in.charAt(end)) >= 0)) {
            letters += isLatinLetter(in.charAt(end)) ? 1 : 0;
            digits += isDigit(in.charAt(end)) ? 1 : 0;
            joins += in.charAt(end) == '_' ? 1 : 0;
            end++;
        }
        boolean name = letters > 0 && letters + digits >= SHORTEST_HANDLE && (announced || digits + joins > 0);
        return name || digits >= FEWEST_DIGITS_ALONE;
    }

    private boolean stands(String form, int from) {
        if (from + form.length() > in.length()) {
            return false;
        }
        for (int i = 1; i < form.length(); i++) {
            if (in.charAt(from + i) != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String whole() {
        if (whole == null) {
            whole = in.slice(0, in.length());
        }
        return whole;
    }

    private static boolean isLatinLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLatinUnit(char c) {
        return isLatinLetter(c) || isDigit(c) || c == '_';
    }
}
