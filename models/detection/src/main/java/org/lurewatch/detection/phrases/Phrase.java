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
 * @param sources where the wording was seen, as given in the lexicon; may be empty
 * @param tokens the wording, cut up exactly as a posting is
 */
public record Phrase(
        Signal signal, String language, String wording, boolean contextOnly, String sources, List<Token> tokens) {
    public Phrase {
        Objects.requireNonNull(signal);
        Objects.requireNonNull(language);
        Objects.requireNonNull(wording);
        Objects.requireNonNull(sources);
        tokens = List.copyOf(tokens);
    }

    /** A phrase without sources, cut up. */
    public static Phrase of(Signal signal, String language, String wording, boolean contextOnly) {
        return of(signal, language, wording, contextOnly, "");
    }

    /** A phrase, cut up. */
    public static Phrase of(Signal signal, String language, String wording, boolean contextOnly, String sources) {
        return new Phrase(signal, language, wording, contextOnly, sources, Tokens.of(TextChain.comparable(wording)));
    }

    /** Whether every word belongs to a script that is written without spaces. */
    boolean isUnspaced() {
        return tokens.stream().allMatch(Token::unspaced);
    }

    /** Whether it must match exactly: names have no inflection, and one letter makes another name. */
    boolean isExact() {
        return signal == Signal.PLACE;
    }
}
