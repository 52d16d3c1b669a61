package org.lurewatch.detection.posting;

import java.util.Optional;
import java.util.regex.Pattern;

/** Pay in parts as one text, so that one parser reads all pay. */
public final class PayText {
    /** A unit that needs no "per": "daily", "a day", "/day", "par mois", and words of other scripts, such as "每天". */
    private static final Pattern WHOLE_UNIT = Pattern.compile(
            "(?:per|a|an|each|every|par|por|pro|al) .*|/.*|[a-z]+ly|[^\\p{IsLatin}].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PayText() {}

    /**
     * {@code 1000-2000 USD per MONTH}, or as much of it as is known; each part may be empty. Nothing where no amount is
     * known.
     */
    public static Optional<String> of(String min, String max, String currency, String unit) {
        if (min.isEmpty() && max.isEmpty()) {
            return Optional.empty();
        }
        String amount = min.isEmpty() ? max : min;
        if (!min.isEmpty() && !max.isEmpty() && !min.equals(max)) {
            amount = min + "-" + max;
        }
        String per = unit.isEmpty() || WHOLE_UNIT.matcher(unit).matches() ? " " : " per ";
        return Optional.of((amount + (currency.isEmpty() ? "" : " " + currency) + per + unit).strip());
    }
}
