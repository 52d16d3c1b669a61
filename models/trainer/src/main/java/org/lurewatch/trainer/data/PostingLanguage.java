package org.lurewatch.trainer.data;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/**
 * The language of a posting, as far as it is known, as a BCP 47 tag without a region. What the posting names counts;
 * {@code mul} stands for several. Where it names none, only the script is certain: {@code und-Thai}.
 */
public final class PostingLanguage {
    private static final int READ_AT_MOST = 2_000;

    private PostingLanguage() {}

    /** The tag. */
    public static String of(JobPosting posting) {
        List<String> named = named(posting);
        return switch (named.size()) {
            case 0 -> "und-" + script(posting);
            case 1 -> named.get(0);
            default -> "mul";
        };
    }

    /** Whether a posting names the language that it is written in, or none. */
    public static boolean agrees(JobPosting posting, String spoken) {
        List<String> named = named(posting);
        return named.isEmpty() || named.stream().anyMatch(tag -> tag.equals(spoken) || tag.startsWith(spoken + "-"));
    }

    private static List<String> named(JobPosting posting) {
        return Stream.of(tags(posting))
                .map(PostingLanguage::withoutRegion)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * What the posting names, without the region; Chinese as it stands, since its scripts differ. {@code ?} where it
     * names nothing, and several languages as they stand.
     */
    public static String stated(JobPosting posting) {
        String named = posting.text(PostingField.IN_LANGUAGE).orElse("?");
        return named.startsWith("zh") ? named : named.split("-", 2)[0];
    }

    /**
     * Every language that the posting names, without region and script, the first one first; that of its script where it
     * names none.
     */
    public static Set<String> all(JobPosting posting) {
        Set<String> all = new LinkedHashSet<>();
        for (String tag : tags(posting)) {
            String language = ULocale.createCanonical(tag).getLanguage();
            if (!language.isEmpty() && !language.equals("und")) {
                all.add(language);
            }
        }
        if (all.isEmpty()) {
            ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag("und-" + script(posting)));
            all.add(likely.getLanguage().isEmpty() ? "und" : likely.getLanguage());
        }
        return all;
    }

    private static String[] tags(JobPosting posting) {
        return posting.text(PostingField.IN_LANGUAGE).orElse("").split("[^A-Za-z0-9_-]+", -1);
    }

    /** The language, with its script where that is named or is not the usual one; empty where there is none. */
    private static String withoutRegion(String tag) {
        ULocale named = ULocale.forLanguageTag(tag.replace('_', '-'));
        String language = named.getLanguage();
        if (language.isEmpty() || language.equals("und")) {
            return "";
        }
        String usual = ULocale.addLikelySubtags(new ULocale(language)).getScript();
        String script = ULocale.addLikelySubtags(named).getScript();
        boolean worthTelling = !named.getScript().isEmpty() || !script.equals(usual);
        return worthTelling ? language + "-" + script : language;
    }

    /** The ISO 15924 code of the script of most letters of the prose; {@code Zyyy} where there are none. */
    public static String script(JobPosting posting) {
        Map<Integer, Long> letters = new TreeMap<>();
        posting.texts().entrySet().stream()
                .filter(field -> field.getKey().kind() == PostingField.Kind.PROSE)
                .flatMapToInt(field -> field.getValue().codePoints())
                .limit(READ_AT_MOST)
                .filter(UCharacter::isLetter)
                .map(UScript::getScript)
                .forEach(script -> letters.merge(script, 1L, Long::sum));
        return letters.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(most -> UScript.getShortName(most.getKey()))
                .orElse("Zyyy");
    }
}
