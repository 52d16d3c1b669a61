package org.lurewatch.detection.features;

import java.util.Arrays;
import java.util.List;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.text.Token;

/**
 * A field's tokens in which a masked name, a place or a contact, counts as one token, however many words it has. One
 * serves field after field. See RATIONALE.md, "Place names are phrases too".
 */
final class MaskedTokens {
    private static final int MASK = 0x5bd1e995;
    private static final int INSIDE_MASK = -1;

    /** For each token 0, or the hash that hides it, or {@link #INSIDE_MASK} behind the first one of a name. */
    private int[] masks = new int[512];

    private int[] hashes = new int[512];
    private int[] places = new int[512];
    private int size;

    void read(FieldReading field, PostingFacts facts) {
        List<Token> tokens = field.tokens();
        mask(field, facts);
        size = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (masks[i] != INSIDE_MASK && !isPicture(tokens.get(i).term())) {
                hashes[size] =
                        masks[i] != 0 ? masks[i] : shapeHash(tokens.get(i).term());
                places[size++] = i;
            }
        }
    }

    /** Whether a token is an emoji: those decorate honest adverts and lures alike, and part words that belong together. */
    private static boolean isPicture(String term) {
        return Character.getType(term.codePointAt(0)) == Character.OTHER_SYMBOL;
    }

    /** How many are left. */
    int size() {
        return size;
    }

    /** Hash of the word or of what hides it. */
    int hash(int index) {
        return hashes[index];
    }

    /** Index among all tokens of the field. */
    int place(int index) {
        return places[index];
    }

    /** Whether it is a masked name. */
    boolean isHidden(int index) {
        return masks[places[index]] != 0;
    }

    private void mask(FieldReading field, PostingFacts facts) {
        List<Token> tokens = field.tokens();
        if (tokens.size() > masks.length) {
            masks = new int[tokens.size()];
            hashes = new int[tokens.size()];
            places = new int[tokens.size()];
        }
        Arrays.fill(masks, 0, tokens.size(), 0);
        for (PhraseMatch match : field.matches()) {
            if (match.phrase().signal() == Signal.PLACE) {
                mask(match.firstToken(), match.endToken(), MASK);
            }
        }
        for (Placed<Contact> placed : facts.contacts()) {
            if (placed.field() == field.field() && placed.fact().hasHandle()) {
                maskSpan(tokens, placed.fact());
            }
        }
    }

    private void maskSpan(List<Token> tokens, Contact contact) {
        int from = 0;
        while (from < tokens.size() && tokens.get(from).end() <= contact.start()) {
            from++;
        }
        int to = from;
        while (to < tokens.size() && tokens.get(to).start() < contact.end()) {
            to++;
        }
        mask(from, to, MASK ^ contact.kind().name().hashCode());
    }

    private void mask(int from, int to, int mask) {
        for (int i = from; i < to; i++) {
            masks[i] = i == from ? mask : INSIDE_MASK;
        }
    }

    /** Hash of a word in which all digits are alike. */
    private static int shapeHash(String term) {
        int hash = 17;
        for (int i = 0; i < term.length(); i++) {
            hash = hash * 31 + shape(term.charAt(i));
        }
        return hash * 0x9E3779B1;
    }

    /** The unit, or the one that stands for all digits. */
    static int shape(char c) {
        boolean digit = c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
        return digit ? '0' : c;
    }
}
