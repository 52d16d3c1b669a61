package org.lurewatch.detection.features;

import java.util.List;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.Token;

/**
 * One field of a posting, read.
 *
 * @param field which
 * @param text its comparable text
 * @param tokens the words of that text
 * @param matches the phrases among those words
 */
public record FieldReading(PostingField field, ComparableText text, List<Token> tokens, List<PhraseMatch> matches) {

    public FieldReading {
        tokens = List.copyOf(tokens);
        matches = List.copyOf(matches);
    }
}
