package org.lurewatch.detection.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;

/** Reads what a posting states. */
public final class FactsReader {

    private FactsReader() {}

    /**
     * The facts of a posting.
     *
     * @param texts comparable texts by field; prose, pay and contact fields are read, others passed over
     * @param region two-letter country code by which a phone number without a country code is understood, or null
     */
    public static PostingFacts read(Map<PostingField, ComparableText> texts, String region) {
        List<Placed<PayOffer>> pay = new ArrayList<>();
        List<Placed<Contact>> contacts = new ArrayList<>();
        List<Placed<Fee>> fees = new ArrayList<>();
        List<Placed<AgeLimit>> ages = new ArrayList<>();
        List<Placed<SexLimit>> sexes = new ArrayList<>();
        ShapeReader shape = new ShapeReader();
        texts.forEach((field, text) -> {
            if (field.kind() == PostingField.Kind.PROSE) {
                shape.add(text);
            }
        });
        return new PostingFacts(pay, contacts, fees, ages, sexes, shape.shape());
    }
}
