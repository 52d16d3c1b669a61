package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.text.Token;

/** The units of a field's comparable text that belong to names of places and to contacts: no part of what is said. */
final class HiddenNames {
    private final BitSet units;

    private HiddenNames(BitSet units) {
        this.units = units;
    }

    static HiddenNames of(FieldReading field, PostingFacts facts) {
        BitSet units = placesOf(field);
        for (Placed<Contact> placed : facts.contacts()) {
            if (placed.field() == field.field() && placed.fact().hasHandle()) {
                units.set(placed.fact().start(), placed.fact().end());
            }
        }
        return new HiddenNames(units);
    }

    /** Which units are names of places; none where there is no field to look at. */
    static BitSet placesOf(FieldReading field) {
        BitSet names = new BitSet();
        for (PhraseMatch match : field == null ? List.<PhraseMatch>of() : field.matches()) {
            if (match.phrase().signal() == Signal.PLACE) {
                names.set(
                        field.tokens().get(match.firstToken()).start(),
                        field.tokens().get(match.endToken() - 1).end());
            }
        }
        return names;
    }

    /** The concepts that do not lie in a name, not even in part. */
    List<ConceptMatch> without(List<ConceptMatch> matches, List<Token> tokens) {
        if (units.isEmpty()) {
            return matches;
        }
        List<ConceptMatch> said = new ArrayList<>(matches.size());
        for (ConceptMatch match : matches) {
            int start = tokens.get(match.firstToken()).start();
            int end = tokens.get(match.endToken() - 1).end();
            int hidden = units.nextSetBit(start);
            if (hidden < 0 || hidden >= end) {
                said.add(match);
            }
        }
        return said;
    }

    /** How many units lie between two places, where a name counts as nothing, however long it is. */
    int between(int from, int to) {
        int distance = to - from;
        for (int i = units.nextSetBit(Math.max(0, from)); i >= 0 && i < to; i = units.nextSetBit(i + 1)) {
            distance--;
        }
        return distance;
    }
}
