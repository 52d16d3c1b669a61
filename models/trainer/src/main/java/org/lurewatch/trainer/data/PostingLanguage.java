package org.lurewatch.trainer.data;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        List<String> named = Stream.of(
                        posting.text(PostingField.IN_LANGUAGE).orElse("").split("[^A-Za-z0-9_-]+", -1))
                .map(PostingLanguage::withoutRegion)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        return switch (named.size()) {
            case 0 -> "und-" + script(posting);
            case 1 -> named.get(0);
            default -> "mul";
        };
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

    /** The code of the script of most letters. */
    private static String script(JobPosting posting) {
        Map<Integer, Long> letters = new TreeMap<>();
        String.join(" ", posting.texts().values())
                .codePoints()
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
