package org.lurewatch.detection.facts.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.text.JarTable;
import org.lurewatch.detection.text.TextChain;

/**
 * The words by which facts are recognised, from {@code words.tsv}: role, value, language, words parted by {@code |}.
 * Words are folded by the text chain as they are loaded, so the table may be written in any spelling. They stand in one
 * trie: what a text costs does not depend on their number. A name that ends in an asterisk is inflected by the endings that a
 * line before lists.
 */
public final class FactWords {
    private static final String INFLECTED = "*";

    /** What may stand between a foreign name and its ending: WhatsApp'tan, WhatsApp-on. */
    private static final List<String> JOINTS = List.of("'", "\u2019", "-", "\u2010");

    /** The table that comes with Lurewatch. */
    public static final FactWords TABLE = load();

    /** What a search answers that found no word. */
    public static final long NOT_FOUND = Trie.NONE;

    private final List<FactWord> words = new ArrayList<>();
    private final Set<String> ranges = new HashSet<>();
    private final Set<String> announcedRanges = new HashSet<>();
    private final Map<String, ContactKind> hosts = new HashMap<>();
    private final Map<String, ContactKind> schemes = new HashMap<>();
    private final Set<String> freeMail = new HashSet<>();
    private final Set<String> nobodysNames = new HashSet<>();
    private final WordStarts starts = new WordStarts();
    private final Trie trie;
    private final List<FactWord> besideWords = new ArrayList<>();
    private final Trie beside;

    private FactWords(Map<String, Draft> drafts) {
        Trie.Builder builder = new Trie.Builder();
        Trie.Builder besideBuilder = new Trie.Builder();
        drafts.forEach((text, draft) -> {
            FactWord word = draft.toWord(text);
            if (word.is(Role.TO)) {
                ranges.add(text);
            }
            if (word.is(Role.AND)) {
                announcedRanges.add(text);
            }
            if (word.is(Role.HOST)) {
                hosts.put(text, word.kind());
            }
            if (word.is(Role.SCHEME)) {
                schemes.put(text, word.kind());
            }
            if (word.is(Role.FREE_MAIL)) {
                freeMail.add(text);
            }
            if (word.is(Role.NOBODYS_NAME)) {
                nobodysNames.add(text);
            }
            if (word.is(Role.PROVIDED) || word.is(Role.HAND_IN)) {
                besideBuilder.add(text, besideWords.size());
                besideWords.add(word);
            }
            if (draft.scanned) {
                starts.add(text);
                builder.add(text, words.size());
                words.add(word);
            }
        });
        trie = builder.build();
        beside = besideBuilder.build();
    }

    /** The words that are looked for everywhere in a text. */
    public List<FactWord> words() {
        return List.copyOf(words);
    }

    FactWord word(int index) {
        return words.get(index);
    }

    WordStarts starts() {
        return starts;
    }

    Trie trie() {
        return trie;
    }

    /** Whether any of the words that are looked for only beside others begins with this unit. */
    public boolean beginsBeside(char unit) {
        return beside.begins(unit);
    }

    /**
     * The longest word that is looked for only beside others and that begins here, as {@code end << 32 | word}, or
     * {@link #NOT_FOUND}.
     */
    public long besideAt(char[] text, int from, int length) {
        return beside.longestAt(text, from, length);
    }

    /** A word that {@link #besideAt} found. */
    public FactWord besideWord(int index) {
        return besideWords.get(index);
    }

    /** Whether these words between two figures make them a range; "and" does where "between" went before. */
    public boolean isRange(String words, boolean announced) {
        return ranges.contains(words) || (announced && announcedRanges.contains(words));
    }

    /** The messenger that this host belongs to, or null. */
    public ContactKind messenger(String host) {
        return hosts.get(host);
    }

    /** The host of a messenger that this host is or belongs to, or null. */
    public String messengerHost(String host) {
        String domain = host;
        while (!hosts.containsKey(domain)) {
            int dot = domain.indexOf('.');
            if (dot < 0) {
                return null;
            }
            domain = domain.substring(dot + 1);
        }
        return domain;
    }

    /** The messenger whose own links have this scheme, or null. */
    public ContactKind scheme(String scheme) {
        return schemes.get(scheme);
    }

    /** Whether the domain is that of a free mail provider. */
    public boolean isFreeMail(String domain) {
        return freeMail.contains(domain);
    }

    /** Whether a name tells nobody apart: "admin", "everyone". */
    public boolean isNobodysName(String name) {
        return nobodysNames.contains(name);
    }

    private static FactWords load() {
        return JarTable.parsed(FactWords.class, "words.tsv", FactWords::parse);
    }

    /** Reads a table; one sentence for each line that cannot be used goes to {@code problems}. */
    static FactWords parse(String table, List<String> problems) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        List<String> endings = new ArrayList<>();
        String[] lines = table.split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                parseLine(lines[i], i + 1, drafts, endings, problems);
            }
        }
        return new FactWords(drafts);
    }

    private static void parseLine(
            String line, int number, Map<String, Draft> drafts, List<String> endings, List<String> problems) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 4) {
            problems.add("line " + number + ": 4 columns are needed, but there are " + columns.length);
            return;
        }
        Role role = Role.ofName(columns[0]).orElse(null);
        if (role == null) {
            problems.add("line " + number + ": there is no role of the name in column 1");
            return;
        }
        if (role == Role.ENDING) {
            endings.addAll(List.of(columns[3].split("\\|")));
            return;
        }
        for (String written : forms(columns[3], endings)) {
            String word = TextChain.withoutAliases(written).text();
            if (word.isBlank()) {
                problems.add("line " + number + ": an empty word");
                continue;
            }
            try {
                drafts.computeIfAbsent(word, w -> new Draft()).add(role, columns[1], columns[2]);
                if (word.startsWith("/") && role == Role.PERIOD) {
                    drafts.computeIfAbsent("/ " + word.substring(1), w -> new Draft())
                            .add(role, columns[1], columns[2]);
                }
            } catch (IllegalArgumentException e) {
                problems.add("line " + number + ": '" + word + "': " + e.getMessage());
            }
        }
    }

    /** The words of a cell; one that ends in an asterisk stands for all its inflected forms too. */
    private static List<String> forms(String cell, List<String> endings) {
        List<String> forms = new ArrayList<>();
        for (String word : cell.split("\\|")) {
            if (!word.endsWith(INFLECTED)) {
                forms.add(word);
                continue;
            }
            String stem = word.substring(0, word.length() - INFLECTED.length());
            forms.add(stem);
            for (String ending : endings) {
                forms.add(stem + ending);
                JOINTS.forEach(joint -> forms.add(stem + joint + ending));
            }
        }
        return forms;
    }

    /** A word while its lines are gathered. */
    private static final class Draft {
        private long roles;
        private boolean scanned;
        private List<String> currencies = List.of();
        private double number;
        private PayPeriod period = PayPeriod.UNKNOWN;
        private ContactKind kind;
        private Sex sex;
        private String language;

        void add(Role role, String value, String of) {
            language = language == null || language.equals(of) ? of : "-";
            roles |= 1L << role.bit();
            scanned |= role.scanned();
            switch (role) {
                case CURRENCY, GLUED_CURRENCY, CURRENCY_BEHIND -> {
                    List<String> codes = List.of(value.replace("?", "").split("/"));
                    require(currencies.isEmpty() || currencies.equals(codes), "stands for two currencies");
                    currencies = codes;
                }
                case SCALE, DIGIT_SCALE, NUMERAL, BELAS, HALF, AMOUNT -> {
                    double parsed = Double.parseDouble(value);
                    require(number == 0 || number == parsed, "stands for two numbers");
                    number = parsed;
                }
                case TIME, PERIOD, PAY -> {
                    PayPeriod parsed = value.equals("-") ? period : PayPeriod.valueOf(value);
                    require(period == PayPeriod.UNKNOWN || period == parsed, "stands for two periods");
                    period = parsed;
                }
                case MESSENGER, WEAK_MESSENGER, SAME_NUMBER, HOST, SCHEME, SPACED_HOST, MASKED -> {
                    ContactKind parsed = ContactKind.valueOf(value.toUpperCase(Locale.ROOT));
                    require(kind == null || kind == parsed, "stands for two kinds of contact");
                    kind = parsed;
                }
                case SEX -> sex = Sex.valueOf(value);
                default -> {}
            }
        }

        private static void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalArgumentException(otherwise);
            }
        }

        FactWord toWord(String text) {
            return new FactWord(text, roles, currencies, number, period, kind, sex, language);
        }
    }
}
