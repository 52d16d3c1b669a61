package org.lurewatch.detection.phrases;

import java.util.List;
import java.util.Objects;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/**
 * A known wording.
 *
 * @param signal what it points to
 * @param language BCP 47 tag
 * @param wording as a person wrote it into the lexicon
 * @param contextOnly too short or too common to be a reason by itself
 * @param tokens the wording, cut up exactly as a posting is
 */
public record Phrase(Signal signal, String language, String wording, boolean contextOnly, List<Token> tokens) {
    public Phrase {
        Objects.requireNonNull(signal);
        Objects.requireNonNull(language);
        Objects.requireNonNull(wording);
        tokens = List.copyOf(tokens);
    }

    /** A phrase, cut up. */
    public static Phrase of(Signal signal, String language, String wording, boolean contextOnly) {
        return new Phrase(
                signal,
                language,
                wording,
                contextOnly,
                Tokens.of(TextChain.comparable(wording).text()));
    }

    /** Whether every word belongs to a script that is written without spaces. */
    boolean isUnspaced() {
        return tokens.stream().allMatch(Token::unspaced);
    }

    /** Whether it is found to the letter only: names have no inflection, and one letter makes another name. */
    boolean isExact() {
        return signal == Signal.PLACE;
    }
}
