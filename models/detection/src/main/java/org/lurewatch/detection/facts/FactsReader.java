package org.lurewatch.detection.facts;

import java.util.ArrayList;
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

    private FactsReader() {}

    /**
     * The facts of a posting.
     *
     * @param texts comparable texts by field; prose, pay and contact fields are read, others passed over
     * @param region two-letter country code by which "$", "元" and a phone number without a country code are
     *     understood; null or unknown where there is none
     */
    public static PostingFacts read(Map<PostingField, ComparableText> texts, String region) {
        String country = region != null && REGIONS.contains(region) ? region : null;
        Gathering facts = new Gathering(country, currencyOf(country));
        for (Map.Entry<PostingField, ComparableText> entry : texts.entrySet()) {
            facts.add(entry.getKey(), entry.getValue());
        }
        return facts.toFacts();
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

        void add(PostingField field, ComparableText text) {
            switch (field.kind()) {
                case PROSE -> addProse(field, text);
                case PAY -> place(field, PayReader.read(Marks.of(text.text()), true, currency), pay);
                case CONTACT -> place(field, ContactReader.read(Marks.of(text.text()), true, region), contacts);
                default -> {}
            }
        }

        private void addProse(PostingField field, ComparableText text) {
            Marks marks = Marks.of(text.text());
            place(field, PayReader.read(marks, false, currency), pay);
            place(field, ContactReader.read(marks, false, region), contacts);
            Terms terms = TermsReader.read(marks, currency);
            place(field, terms.fees(), fees);
            place(field, terms.ages(), ages);
            place(field, terms.sexes(), sexes);
            place(field, ArrangementReader.read(marks), arrangements);
            shape.add(text);
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
