package org.lurewatch.detection.facts;

import java.util.List;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;

/** What one field states by itself, each kind of fact in reading order. */
public final class FieldFacts {
    private static final FieldFacts NONE = new FieldFacts(List.of(), List.of(), Terms.NONE, List.of());

    final List<PayOffer> pay;
    final List<Contact> contacts;
    final Terms terms;
    final List<Arrangement> arrangements;

    private FieldFacts(List<PayOffer> pay, List<Contact> contacts, Terms terms, List<Arrangement> arrangements) {
        this.pay = pay;
        this.contacts = contacts;
        this.terms = terms;
        this.arrangements = arrangements;
    }

    /**
     * Reads a field; only prose, pay and contact fields state anything.
     *
     * @param locale where the posting is at home
     */
    public static FieldFacts of(PostingField field, ComparableText text, FactsLocale locale) {
        return switch (field.kind()) {
            case PROSE -> ofProse(Marks.of(text), locale);
            case PAY ->
                new FieldFacts(
                        PayReader.read(Marks.of(text), true, locale.currency()), List.of(), Terms.NONE, List.of());
            case CONTACT ->
                new FieldFacts(
                        List.of(), ContactReader.read(Marks.of(text), true, locale.region()), Terms.NONE, List.of());
            default -> NONE;
        };
    }

    private static FieldFacts ofProse(Marks marks, FactsLocale locale) {
        return new FieldFacts(
                PayReader.read(marks, false, locale.currency()),
                ContactReader.read(marks, false, locale.region()),
                TermsReader.read(marks, locale.currency()),
                ArrangementReader.read(marks));
    }
}
