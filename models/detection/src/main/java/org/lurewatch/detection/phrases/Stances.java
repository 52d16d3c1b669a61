package org.lurewatch.detection.phrases;

import java.util.List;
import org.lurewatch.detection.text.Token;

/**
 * Decides how a text means the phrases found in it: it says them of itself, denies them, or reports what others say.
 * Words inside a phrase are part of it: "not a scam" is not the denial of a scam but a known wording.
 */
public final class Stances {
    private Stances() {}

    /**
     * The matches, marked where the text denies or reports them.
     *
     * @param text the comparable text
     * @param tokens its words
     * @param matches phrases among them, in their order
     */
    public static List<PhraseMatch> marked(String text, List<Token> tokens, List<PhraseMatch> matches) {
        boolean places = matches.stream().allMatch(match -> match.phrase().signal() == Signal.PLACE);
        return places ? matches : new StanceReader(text, tokens, matches).marked();
    }
}
