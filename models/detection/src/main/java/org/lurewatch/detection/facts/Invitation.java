package org.lurewatch.detection.facts;

import java.util.List;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.pay.PayOffer;

/**
 * How far a posting invites an answer. This separates offers from texts that only warn of scams, and each decision
 * names the step from which it treats a text as an offer.
 */
public enum Invitation {
    /** It gives no handle that leads to a person, or only a telephone number or mailbox without any pay. */
    NONE,
    /** It gives a messenger account but names no pay, as both adverts and warnings with a helpline do. */
    TO_CHAT,
    /** It names pay and gives a handle that leads to a person. */
    TO_PAID_WORK;

    static Invitation of(List<Placed<Contact>> contacts, List<Placed<PayOffer>> pay) {
        boolean reachable = contacts.stream()
                .map(Placed::fact)
                .anyMatch(contact -> contact.hasHandle() && contact.kind().leadsToAPerson());
        if (reachable && !pay.isEmpty()) {
            return TO_PAID_WORK;
        }
        return contacts.stream().map(Placed::fact).anyMatch(Contact::isMessengerAccount) ? TO_CHAT : NONE;
    }
}
