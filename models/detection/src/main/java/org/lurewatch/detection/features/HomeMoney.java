package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lurewatch.detection.facts.pay.LanguageMoney;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/**
 * Which moneys a bare sign can mean. The language of the advert decides, not the place of the job: otherwise the same
 * text would promise riches in one country and a pittance in the next.
 */
final class HomeMoney {
    /** As RFC 5646 has it. */
    private static final int LONGEST_TAG = 35;

    private static final int MOST_LANGUAGES = 4;
    private static final Set<String> REGIONS = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private HomeMoney() {}

    /** Codes of the moneys of the languages that the posting names; empty where it names none that is known. */
    static List<String> codes(JobPosting posting) {
        String named = posting.text(PostingField.IN_LANGUAGE).orElse("").strip();
        Set<String> codes = new LinkedHashSet<>();
        int from = 0;
        for (int i = 0; i < MOST_LANGUAGES && from < named.length(); i++) {
            int end = from;
            while (end < named.length() && end - from < LONGEST_TAG && "/,; ".indexOf(named.charAt(end)) < 0) {
                end++;
            }
            codes.addAll(ofTag(named.substring(from, end)));
            from = end + 1;
        }
        return new ArrayList<>(codes);
    }

    /** The money of the tag's region, as in en-IN, or else those of its language. */
    private static List<String> ofTag(String tag) {
        String[] parts = tag.toLowerCase(Locale.ROOT).split("[-_]", 4);
        for (int i = 1; i < parts.length; i++) {
            String region = parts[i].toUpperCase(Locale.ROOT);
            Currency currency = REGIONS.contains(region) ? Currency.getInstance(new Locale("", region)) : null;
            if (currency != null) {
                return List.of(currency.getCurrencyCode());
            }
        }
        List<String> script = parts.length > 1 ? LanguageMoney.of(parts[0] + "-" + parts[1]) : List.of();
        return !script.isEmpty() || parts.length == 0 ? script : LanguageMoney.of(parts[0]);
    }
}
