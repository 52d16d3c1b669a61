package org.lurewatch.trainer.measure;

import java.util.List;
import java.util.stream.Stream;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.trainer.data.PostingLanguage;

/**
 * What a posting is like, whoever judges it.
 *
 * @param words how many words its prose has; characters, where words are not spaced
 * @param brief whether its description has fewer than 40 stretches between blanks
 * @param script ISO 15924 code of the script of most letters of its prose
 * @param contact whether a way to apply is found
 * @param pay whether a pay offer is found
 * @param labelled whether industry, category or employment type is stated
 * @param languageStated whether it names its language
 */
record PostingTraits(
        int words,
        boolean brief,
        String script,
        boolean contact,
        boolean pay,
        boolean labelled,
        boolean languageStated) {
    private static final int BRIEF = 40;

    /** Phrases tell nothing of these. */
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(List.of()));

    static PostingTraits of(JobPosting posting) {
        Reading reading = READER.read(posting);
        int words = reading.fields().stream()
                .filter(field -> field.field().kind() == PostingField.Kind.PROSE)
                .mapToInt(field -> field.tokens().size())
                .sum();
        return new PostingTraits(
                words,
                isBrief(posting.text(PostingField.DESCRIPTION).orElse("")),
                PostingLanguage.script(posting),
                !reading.facts().contacts().isEmpty(),
                !reading.facts().pay().isEmpty(),
                Stream.of(PostingField.EMPLOYMENT_TYPE, PostingField.INDUSTRY, PostingField.OCCUPATIONAL_CATEGORY)
                        .anyMatch(posting.texts()::containsKey),
                posting.texts().containsKey(PostingField.IN_LANGUAGE));
    }

    /** The length that the words fall into. */
    Length length() {
        return Stream.of(Length.values())
                .filter(length -> words <= length.most)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isBrief(String description) {
        return Stream.of(description.split("(?U)\\s+", BRIEF + 2))
                        .filter(word -> !word.isEmpty())
                        .count()
                < BRIEF;
    }

    /** Bounds of lengths in words. */
    enum Length {
        TO_10("up to 10 words", 10),
        TO_30("11 to 30 words", 30),
        TO_100("31 to 100 words", 100),
        MORE("over 100 words", Integer.MAX_VALUE);

        private final String code;
        private final int most;

        Length(String code, int most) {
            this.code = code;
            this.most = most;
        }

        String code() {
            return code;
        }
    }
}
