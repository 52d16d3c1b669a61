package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.facts.Contact;
import org.lurewatch.detection.facts.Fee;
import org.lurewatch.detection.facts.PayOffer;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.posting.PostingField;

/** The named places of a posting: its phrases and facts, each with its share of what its signal added. */
final class Claims {
    private final Reading reading;
    private final FeatureVector features;
    private final LinearHead head;
    private final Map<PostingField, Integer> fieldIndex = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();

    private Claims(Reading reading, FeatureVector features, LinearHead head) {
        this.reading = reading;
        this.features = features;
        this.head = head;
        for (int i = 0; i < reading.fields().size(); i++) {
            fieldIndex.put(reading.fields().get(i).field(), i);
        }
    }

    static List<Claim> of(Reading reading, FeatureVector features, LinearHead head) {
        Claims claims = new Claims(reading, features, head);
        claims.addPhrases();
        claims.addContacts();
        claims.addFees();
        claims.addPay();
        return claims.claims;
    }

    private void addPhrases() {
        Map<String, Double> closenessSums = new HashMap<>();
        for (FieldReading field : reading.fields()) {
            for (PhraseMatch match : field.matches()) {
                if (SignalFeatures.isScored(match)) {
                    closenessSums.merge(SignalFeatures.nameOf(match), SignalFeatures.closeness(match), Double::sum);
                }
            }
        }
        for (int i = 0; i < reading.fields().size(); i++) {
            FieldReading field = reading.fields().get(i);
            for (PhraseMatch match : field.matches()) {
                if (SignalFeatures.isScored(match)) {
                    String name = SignalFeatures.nameOf(match);
                    double share = SignalFeatures.closeness(match) / closenessSums.get(name);
                    claims.add(phrase(i, field, match, share * contribution(name)));
                }
            }
        }
    }

    private static Claim phrase(int index, FieldReading field, PhraseMatch match, double contribution) {
        return new Claim(
                SignalFeatures.signalOf(match).code(),
                SignalFeatures.signalOf(match).indicator(),
                index,
                field.tokens().get(match.firstToken()).start(),
                field.tokens().get(match.endToken() - 1).end(),
                match.phrase().wording(),
                match.phrase().language(),
                match.edits(),
                contribution);
    }

    private void addContacts() {
        List<Placed<Contact>> contacts = reading.facts().contacts().stream()
                .filter(placed -> fieldIndex.containsKey(placed.field()))
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        contacts.forEach(
                placed -> counts.merge(SignalFeatures.nameOf(placed.fact().kind()), 1, Integer::sum));
        for (Placed<Contact> placed : contacts) {
            Contact contact = placed.fact();
            String name = SignalFeatures.nameOf(contact.kind());
            double sum = contribution(name);
            if (contact.kind().isMessenger() && contact.hasHandle()) {
                sum += contribution("contact.messenger_handle");
            }
            String indicator = contact.kind().isMessenger() ? "C09" : "O10";
            addFact(
                    name,
                    indicator,
                    placed.field(),
                    contact.start(),
                    contact.end(),
                    contact.handle(),
                    sum / counts.get(name));
        }
    }

    private void addFees() {
        for (Placed<Fee> placed : reading.facts().fees()) {
            Fee fee = placed.fact();
            String name = fee.direction() == Fee.Direction.ASKED ? "fee.asked" : "fee.ruled_out";
            long same = reading.facts().fees().stream()
                    .filter(other -> other.fact().direction() == fee.direction())
                    .count();
            addFact(name, "O01", placed.field(), fee.start(), fee.end(), "", contribution(name) / same);
        }
    }

    private void addPay() {
        double sum = contribution("pay.stated") + contribution("pay.above_typical") + contribution("pay.twice_typical");
        List<Placed<PayOffer>> offers = reading.facts().pay();
        for (Placed<PayOffer> placed : offers) {
            PayOffer offer = placed.fact();
            addFact("pay.stated", "C01", placed.field(), offer.start(), offer.end(), "", sum / offers.size());
        }
    }

    private void addFact(
            String name,
            String indicator,
            PostingField field,
            int start,
            int end,
            String computed,
            double contribution) {
        Integer index = fieldIndex.get(field);
        if (index != null && end > start) {
            claims.add(new Claim(name, indicator, index, start, end, computed, "", 0, contribution));
        }
    }

    private double contribution(String name) {
        int index = SignalFeatures.indexOf(name);
        return head.signalContribution(index, features.signals()[index]);
    }
}
