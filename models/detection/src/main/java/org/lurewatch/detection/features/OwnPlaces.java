package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.PhraseMatcher;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.Remembered;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/**
 * Names that a posting's own place fields give: towns and districts that no list knows are masked in its text too, so
 * that the same advert reads the same elsewhere. Few and short ones only, and none that holds a known phrase, since
 * whoever writes the fields could hide words in them. See RATIONALE.md, "Places play no part".
 */
final class OwnPlaces {
    private static final List<PostingField> FIELDS =
            List.of(PostingField.ADDRESS_REGION, PostingField.ADDRESS_LOCALITY);
    private static final Pattern PARTING = Pattern.compile("[,;/|()_-]");
    private static final int MOST_NAMES = 4;
    private static final int MOST_WORDS = 3;
    private static final int SHORTEST_WORD = 4;
    private static final int MOST_CHARACTERS = 5;
    private static final int FEWEST_CHARACTERS = 2;

    /** Longer parts are seldom names and seldom repeat. */
    private static final int LONGEST_REMEMBERED = 40;

    private static final int MOST_REMEMBERED = 10_000;

    private final PhraseMatcher phrases;

    /** What is known of parts of place fields: many postings name the same towns. */
    private final Remembered<Optional<Phrase>> remembered = new Remembered<>(MOST_REMEMBERED, this::read);

    OwnPlaces(PhraseMatcher phrases) {
        this.phrases = phrases;
    }

    /** The names in a posting's place fields. */
    List<Phrase> names(JobPosting posting) {
        List<Phrase> names = new ArrayList<>();
        for (PostingField field : FIELDS) {
            for (String part : PARTING.split(posting.text(field).orElse(""), 2 * MOST_NAMES)) {
                if (names.size() < MOST_NAMES) {
                    name(part).ifPresent(names::add);
                }
            }
        }
        return names;
    }

    private Optional<Phrase> name(String part) {
        return part.length() > LONGEST_REMEMBERED ? read(part) : remembered.of(part);
    }

    private Optional<Phrase> read(String part) {
        Phrase name = Phrase.of(Signal.PLACE, "", part, false);
        return isShortName(name.tokens()) && !holdsAPhrase(name) ? Optional.of(name) : Optional.empty();
    }

    private boolean holdsAPhrase(Phrase name) {
        return phrases.match(name.tokens()).stream()
                .anyMatch(match -> match.phrase().signal() != Signal.PLACE);
    }

    private static boolean isShortName(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return false;
        }
        if (tokens.stream().allMatch(Token::unspaced)) {
            return tokens.size() >= FEWEST_CHARACTERS && tokens.size() <= MOST_CHARACTERS;
        }
        return tokens.size() <= MOST_WORDS
                && tokens.stream().anyMatch(token -> token.term().length() >= SHORTEST_WORD)
                && tokens.stream()
                        .noneMatch(token -> Character.isDigit(token.term().charAt(0)));
    }

    /** Where names stand among a text's tokens. */
    static List<PhraseMatch> matches(List<Phrase> names, List<Token> tokens) {
        List<PhraseMatch> matches = new ArrayList<>();
        for (Phrase name : names) {
            int length = name.tokens().size();
            for (int i = 0; i + length <= tokens.size(); i++) {
                if (Tokens.standAt(tokens, i, name.tokens())) {
                    matches.add(new PhraseMatch(name, i, i + length, 0));
                }
            }
        }
        return matches;
    }
}
