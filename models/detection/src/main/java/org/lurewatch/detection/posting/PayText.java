package org.lurewatch.detection.posting;

import java.util.Optional;

/** Pay in parts as one text, so that one parser reads all pay. */
public final class PayText {
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
        return Optional.of(
                amount + (currency.isEmpty() ? "" : " " + currency) + (unit.isEmpty() ? "" : " per " + unit));
    }
}
