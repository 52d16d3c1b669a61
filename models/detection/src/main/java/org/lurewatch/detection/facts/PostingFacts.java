package org.lurewatch.detection.facts;

import java.util.List;
import java.util.Objects;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.facts.terms.AgeLimit;
import org.lurewatch.detection.facts.terms.Arrangement;
import org.lurewatch.detection.facts.terms.Fee;
import org.lurewatch.detection.facts.terms.SexLimit;

/**
 * What a posting states, each fact with its place.
 *
 * @param pay offers, in reading order
 * @param contacts contacts, in reading order; one entry for each handle of a field
 * @param fees money asked from the applicant, or ruled out
 * @param ages ages asked for
 * @param sexes the one sex asked for
 * @param arrangements what is said of flights, visas and papers
 * @param shape how the prose looks
 */
public record PostingFacts(
        List<Placed<PayOffer>> pay,
        List<Placed<Contact>> contacts,
        List<Placed<Fee>> fees,
        List<Placed<AgeLimit>> ages,
        List<Placed<SexLimit>> sexes,
        List<Placed<Arrangement>> arrangements,
        TextShape shape) {

    public PostingFacts {
        pay = List.copyOf(pay);
        contacts = List.copyOf(contacts);
        fees = List.copyOf(fees);
        ages = List.copyOf(ages);
        sexes = List.copyOf(sexes);
        arrangements = List.copyOf(arrangements);
        Objects.requireNonNull(shape, "shape");
    }

    /** How far it invites an answer. */
    public Invitation invitation() {
        return Invitation.of(contacts, pay);
    }
}
