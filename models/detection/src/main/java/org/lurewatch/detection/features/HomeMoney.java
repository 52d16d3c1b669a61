package org.lurewatch.detection.features;

import java.util.Map;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/**
 * Which currency a bare figure means. The language of the advert decides, not the place of the job: otherwise the same
 * text would promise riches in one country and a pittance in the next. Languages with several currencies decide
 * nothing.
 */
final class HomeMoney {
    private static final Map<String, String> BY_LANGUAGE = Map.ofEntries(
            Map.entry("am", "ET"),
            Map.entry("bn", "BD"),
            Map.entry("fil", "PH"),
            Map.entry("hi", "IN"),
            Map.entry("id", "ID"),
            Map.entry("ja", "JP"),
            Map.entry("ko", "KR"),
            Map.entry("lo", "LA"),
            Map.entry("ms", "MY"),
            Map.entry("my", "MM"),
            Map.entry("ne", "NP"),
            Map.entry("ru", "RU"),
            Map.entry("th", "TH"),
            Map.entry("ur", "PK"),
            Map.entry("vi", "VN"),
            Map.entry("zh", "CN"),
            Map.entry("zh-Hans", "CN"),
            Map.entry("zh-Hant", "TW"));

    /** As RFC 5646 has it. */
    private static final int LONGEST_TAG = 35;

    private HomeMoney() {}

    /** Two-letter code of a country with that money, or null. */
    static String region(JobPosting posting) {
        String named = posting.text(PostingField.IN_LANGUAGE).orElse("").strip();
        String tag = named.substring(0, Math.min(named.length(), LONGEST_TAG));
        while (!tag.isEmpty()) {
            String region = BY_LANGUAGE.get(tag);
            if (region != null) {
                return region;
            }
            tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
        }
        return null;
    }
}
