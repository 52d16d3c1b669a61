package org.lurewatch.detection.facts;

import java.util.List;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.facts.terms.Arrangement;
import org.lurewatch.detection.facts.terms.Terms;
import org.lurewatch.detection.facts.words.Marks;
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
                new FieldFacts(PayOffer.read(Marks.of(text), true, locale.money()), List.of(), Terms.NONE, List.of());
            case CONTACT ->
                new FieldFacts(List.of(), Contact.read(Marks.of(text), true, locale.region()), Terms.NONE, List.of());
            default -> NONE;
        };
    }

    private static FieldFacts ofProse(Marks marks, FactsLocale locale) {
        return new FieldFacts(
                PayOffer.read(marks, false, locale.money()),
                Contact.read(marks, false, locale.region()),
                Terms.read(marks, locale.money()),
                Arrangement.read(marks));
    }
}
