package org.lurewatch.intake.columns;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lurewatch.intake.labels.Label;

/**
 * What the values of a column of labels mean. Plain words mean what they say. Numbers and yes or no say whether the
 * name of the column is true: 1 under {@code fraudulent} is a scam, under {@code real} it is none.
 */
final class LabelValues {
    private static final Set<String> SCAM = Set.of(
            "scam",
            "spam",
            "fraud",
            "fraudulent",
            "fake",
            "phishing",
            "smishing",
            "smish",
            "malicious",
            "suspicious",
            "bogus",
            "deceptive",
            "not legit",
            "not real",
            "illegitimate",
            "unsafe",
            "estafa",
            "fraude",
            "falso",
            "golpe",
            "betrug",
            "truffa",
            "oszustwo",
            "spam message",
            "мошенничество",
            "спам",
            "scammer",
            "dolandırıcılık",
            "penipuan",
            "lừa đảo",
            "诈骗",
            "詐騙",
            "垃圾短信",
            "사기",
            "스팸",
            "job scam",
            "fake job",
            "lure");
    private static final Set<String> LEGITIMATE = Set.of(
            "ham",
            "legit",
            "legitimate",
            "real",
            "genuine",
            "normal",
            "not spam",
            "non-spam",
            "nonspam",
            "no spam",
            "not_spam",
            "not scam",
            "not_scam",
            "non-scam",
            "not fraud",
            "non-fraudulent",
            "not fake",
            "safe",
            "benign",
            "authentic",
            "valid",
            "honest",
            "clean",
            "legítimo",
            "real job",
            "legit job",
            "echt",
            "norm",
            "не спам",
            "asli",
            "正常",
            "정상",
            "bình thường");
    private static final Set<String> YES =
            Set.of("1", "1.0", "true", "yes", "y", "t", "да", "si", "sí", "oui", "ja", "sim", "是");
    private static final Set<String> NO =
            Set.of("0", "0.0", "-1", "false", "no", "n", "f", "нет", "non", "nein", "não", "否");

    /** Names under which yes means that nothing is wrong. */
    private static final Set<String> GOOD_NAMES =
            Set.of("real", "legit", "legitimate", "genuine", "authentic", "ham", "safe", "trust", "valid");

    private final boolean yesIsGood;

    private LabelValues(boolean yesIsGood) {
        this.yesIsGood = yesIsGood;
    }

    /** @param column the name of the column */
    static LabelValues under(String column) {
        List<String> words = HeaderWords.split(column);
        return new LabelValues(words.stream().anyMatch(GOOD_NAMES::contains)
                && words.stream().noneMatch(word -> word.equals("spam") || word.equals("fake") || word.equals("not")));
    }

    /** Whether a person who writes this says that it is, or is not, a scam; numbers do not count. */
    static boolean isWord(String value) {
        return SCAM.contains(value)
                || LEGITIMATE.contains(value)
                || words(value).isPresent();
    }

    /** A few words with one among them that says it: {@code phishing email}. */
    private static Optional<Label> words(String value) {
        List<String> words = value.length() > 40 ? List.of() : HeaderWords.split(value);
        boolean scam = words.stream().anyMatch(SCAM::contains);
        boolean legitimate = words.stream().anyMatch(LEGITIMATE::contains);
        if (words.size() < 2 || words.size() > 3 || scam == legitimate) {
            return Optional.empty();
        }
        boolean denied = words.stream().anyMatch(word -> word.equals("not") || word.equals("non") || word.equals("no"));
        return Optional.of(scam == denied ? Label.LEGITIMATE : Label.SCAM);
    }

    /** What a value means; empty if that is not known. */
    Optional<Label> meaning(String value) {
        String bare = value.strip().toLowerCase(Locale.ROOT);
        Optional<Label> code = Label.ofCode(bare);
        if (code.isPresent()) {
            return code;
        }
        if (SCAM.contains(bare) || LEGITIMATE.contains(bare)) {
            return Optional.of(SCAM.contains(bare) ? Label.SCAM : Label.LEGITIMATE);
        }
        Optional<Label> words = words(bare);
        if (words.isPresent()) {
            return words;
        }
        if (YES.contains(bare) || NO.contains(bare)) {
            return Optional.of(YES.contains(bare) == yesIsGood ? Label.LEGITIMATE : Label.SCAM);
        }
        return Optional.empty();
    }

    /** What the values of a sample mean, for a person: {@code 1 is scam, 0 is legitimate}. */
    String said(Set<String> values) {
        Map<String, String> said = new TreeMap<>();
        values.forEach(value -> meaning(value).ifPresent(label -> said.put(value, label.code())));
        return said.entrySet().stream()
                .map(each -> each.getKey().equals(each.getValue())
                        ? each.getKey()
                        : each.getKey() + " is " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
