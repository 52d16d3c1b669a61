package org.lurewatch.detection.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;

/** Reads what a posting states: pay, contacts, demands, and how its prose looks. */
public final class FactsReader {
    private static final Set<String> REGIONS = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private static final BitSet NO_NAMES = new BitSet();

    private FactsReader() {}

    /**
     * The facts of a posting in which no name of a place is known.
     *
     * @param texts comparable texts by field
     * @param region country by which phone numbers and money are understood, or null
     */
    public static PostingFacts read(Map<PostingField, ComparableText> texts, String region) {
        return read(texts, Map.of(), region, region);
    }

    /**
     * The facts of a posting.
     *
     * @param texts comparable texts by field; prose, pay and contact fields are read, others passed over
     * @param names which units of a comparable text are names of places, by field: they have no part in the shape
     * @param region two-letter country code by which a phone number without a country code is understood; null or
     *     unknown where there is none
     * @param home two-letter code of the country whose money "$", "元" and bare figures of a pay field mean; null or
     *     unknown where there is none
     */
    public static PostingFacts read(
            Map<PostingField, ComparableText> texts, Map<PostingField, BitSet> names, String region, String home) {
        Gathering facts = new Gathering(known(region), currencyOf(known(home)));
        for (Map.Entry<PostingField, ComparableText> entry : texts.entrySet()) {
            BitSet named = names.getOrDefault(entry.getKey(), NO_NAMES);
            facts.add(entry.getKey(), entry.getValue(), named);
        }
        return facts.toFacts();
    }

    private static String known(String region) {
        return region != null && REGIONS.contains(region) ? region : null;
    }

    static String currencyOf(String region) {
        if (region == null) {
            return null;
        }
        Currency currency = Currency.getInstance(new Locale("", region));
        return currency == null ? null : currency.getCurrencyCode();
    }

    private static final class Gathering {
        private final String region;
        private final String currency;
        private final List<Placed<PayOffer>> pay = new ArrayList<>();
        private final List<Placed<Contact>> contacts = new ArrayList<>();
        private final List<Placed<Fee>> fees = new ArrayList<>();
        private final List<Placed<AgeLimit>> ages = new ArrayList<>();
        private final List<Placed<SexLimit>> sexes = new ArrayList<>();
        private final List<Placed<Arrangement>> arrangements = new ArrayList<>();
        private final ShapeReader shape = new ShapeReader();

        Gathering(String region, String currency) {
            this.region = region;
            this.currency = currency;
        }

        void add(PostingField field, ComparableText text, BitSet names) {
            switch (field.kind()) {
                case PROSE -> addProse(field, text, names);
                case PAY -> place(field, PayReader.read(Marks.of(text.text()), true, currency), pay);
                case CONTACT -> place(field, ContactReader.read(Marks.of(text.text()), true, region), contacts);
                default -> {}
            }
        }

        private void addProse(PostingField field, ComparableText text, BitSet names) {
            Marks marks = Marks.of(text.text());
            place(field, PayReader.read(marks, false, currency), pay);
            place(field, ContactReader.read(marks, false, region), contacts);
            Terms terms = TermsReader.read(marks, currency);
            place(field, terms.fees(), fees);
            place(field, terms.ages(), ages);
            place(field, terms.sexes(), sexes);
            place(field, ArrangementReader.read(marks), arrangements);
            shape.add(text, names);
        }

        private static <T> void place(PostingField field, List<T> facts, List<Placed<T>> placed) {
            for (T fact : facts) {
                placed.add(new Placed<>(field, fact));
            }
        }

        PostingFacts toFacts() {
            return new PostingFacts(pay, contacts, fees, ages, sexes, arrangements, shape.shape());
        }
    }
}
