package org.lurewatch.detection.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.facts.terms.AgeLimit;
import org.lurewatch.detection.facts.terms.Arrangement;
import org.lurewatch.detection.facts.terms.Fee;
import org.lurewatch.detection.facts.terms.SexLimit;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;

/** Puts together what a posting states: pay, contacts, demands, and how its prose looks. */
public final class FactsReader {
    private static final BitSet NO_NAMES = new BitSet();

    private final List<Placed<PayOffer>> pay = new ArrayList<>();
    private final List<Placed<Contact>> contacts = new ArrayList<>();
    private final List<Placed<Fee>> fees = new ArrayList<>();
    private final List<Placed<AgeLimit>> ages = new ArrayList<>();
    private final List<Placed<SexLimit>> sexes = new ArrayList<>();
    private final List<Placed<Arrangement>> arrangements = new ArrayList<>();
    private final ShapeReader shape = new ShapeReader();

    /**
     * The facts of a posting in which no name of a place is known.
     *
     * @param texts comparable texts by field; prose, pay and contact fields are read, others passed over
     * @param region two-letter code of the country by which phone numbers and money are understood, or null
     */
    public static PostingFacts read(Map<PostingField, ComparableText> texts, String region) {
        FactsLocale locale = FactsLocale.of(region, region);
        FactsReader reader = new FactsReader();
        texts.forEach((field, text) -> reader.add(field, text, NO_NAMES, FieldFacts.of(field, text, locale)));
        return reader.facts();
    }

    /**
     * Adds a field.
     *
     * @param names which units of its text are names of places: they have no part in the shape
     * @param facts what the field states
     */
    public void add(PostingField field, ComparableText text, BitSet names, FieldFacts facts) {
        place(field, facts.pay, pay);
        place(field, facts.contacts, contacts);
        place(field, facts.terms.fees(), fees);
        place(field, facts.terms.ages(), ages);
        place(field, facts.terms.sexes(), sexes);
        place(field, facts.arrangements, arrangements);
        if (field.kind() == PostingField.Kind.PROSE) {
            shape.add(text, names);
        }
    }

    private static <T> void place(PostingField field, List<T> facts, List<Placed<T>> placed) {
        for (T fact : facts) {
            placed.add(new Placed<>(field, fact));
        }
    }

    /** The facts of the fields added so far. */
    public PostingFacts facts() {
        return new PostingFacts(pay, contacts, fees, ages, sexes, arrangements, shape.shape());
    }
}
