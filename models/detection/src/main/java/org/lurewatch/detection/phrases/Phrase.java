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
 */
public record Phrase(Signal signal, String language, String wording, boolean contextOnly) {
    public Phrase {
        Objects.requireNonNull(signal);
        Objects.requireNonNull(language);
        Objects.requireNonNull(wording);
    }

    /** The wording cut up exactly as a posting is. */
    List<Token> tokens() {
        return Tokens.of(TextChain.comparable(wording).text());
    }
}
