package org.lurewatch.detection.assess;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lurewatch.detection.text.JarTable;

/**
 * A kind of fake offer in plain words, as people are told of it. The words are in scam-types.tsv, apart from the code, so
 * that they can be translated.
 *
 * @param type the kind
 * @param name a few words in lower case, for example {@code task scam}
 * @param description one sentence
 */
public record ScamTypeText(ScamType type, String name, String description) {
    private static final Map<ScamType, ScamTypeText> ALL = load();

    /** All kinds, in the order of {@link ScamType}. */
    public static List<ScamTypeText> all() {
        return List.copyOf(ALL.values());
    }

    /** The plain name of a code on the wire; a code that this version does not know stays as it is. */
    public static String nameOf(String code) {
        return ScamType.ofCode(code).map(type -> ALL.get(type).name()).orElse(code);
    }

    /** The kind that a person means by its code or name, in any case, with spaces, hyphens or underscores. */
    public static Optional<ScamType> meant(String text) {
        String wanted = plain(text);
        return Arrays.stream(ScamType.values())
                .filter(type -> plain(type.code()).equals(wanted)
                        || plain(ALL.get(type).name()).equals(wanted))
                .findFirst();
    }

    /** All codes with commas, for a message that says what is possible. */
    public static String codes() {
        return Arrays.stream(ScamType.values()).map(ScamType::code).collect(Collectors.joining(", "));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    }

    private static Map<ScamType, ScamTypeText> load() {
        Map<ScamType, ScamTypeText> all = new EnumMap<>(ScamType.class);
        JarTable.rows(ScamTypeText.class, "scam-types.tsv").forEach(cells -> {
            ScamType type = ScamType.ofCode(cells[0])
                    .orElseThrow(() -> new IllegalStateException("scam-types.tsv names no kind: " + cells[0]));
            all.put(type, new ScamTypeText(type, cells[1], cells[2]));
        });
        return all;
    }
}
