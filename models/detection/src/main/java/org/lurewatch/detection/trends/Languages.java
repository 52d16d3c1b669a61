package org.lurewatch.detection.trends;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The languages that postings are counted by.
 * See RATIONALE.md, "Trends have closed sets of languages and destinations".
 */
public final class Languages {
    /** The value for anything that is not a language. */
    public static final String OTHER = "other";

    private static final Pattern SCRIPT_ALONE = Pattern.compile("und(-[A-Z][a-z]{3})?");
    private static final Set<String> KNOWN = known();

    private Languages() {}

    /**
     * The value by which a footprint's language is counted: itself if it is a language of ISO 639, or a script if the
     * language is unknown; else {@link #OTHER}.
     */
    public static String counted(String language) {
        return KNOWN.contains(language) || SCRIPT_ALONE.matcher(language).matches() ? language : OTHER;
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(List.of(Locale.getISOLanguages()));
        // Those without a code of two letters in which jobs are advertised.
        known.addAll(List.of("fil", "ceb", "ilo", "yue", "cmn", "nan", "ckb", "kmr", "bho", "mai", "sat"));
        return Set.copyOf(known);
    }
}
