package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.features.CodeRelations;
import org.lurewatch.detection.features.FactSignal;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.PayRatios;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.posting.PostingField;

/** The named places of a posting, its phrases and facts, each with its share of what the named signals added. */
final class Claims {
    private static final String NOTHING_COMPUTED = "";
    private static final double NO_PAY = 0;

    private final Reading reading;
    private final Map<PostingField, Integer> scored = new EnumMap<>(PostingField.class);
    private final List<Contributor> contributors = new ArrayList<>();

    private Claims(Reading reading) {
        this.reading = reading;
        for (int i = 0; i < reading.fields().size(); i++) {
            scored.put(reading.fields().get(i).field(), i);
        }
    }

    /** The phrases, sayings and facts. */
    static List<Claim> ofSignals(Reading reading, FeatureVector features, LinearHead head) {
        return joined(new Claims(reading).signals(features, head));
    }

    /** The same with the everyday subjects that the posting speaks of, which are credited with their words alone. */
    static List<Claim> ofAll(Reading reading, FeatureVector features, LinearHead head) {
        Claims places = new Claims(reading);
        List<Claim> claims = places.signals(features, head);
        places.contributors.clear();
        places.addConcepts(match -> !Concepts.all().get(match.concept()).isSaying());
        places.contributors.forEach(contributor -> claims.add(contributor.claim()));
        return joined(claims);
    }

    private List<Claim> signals(FeatureVector features, LinearHead head) {
        addPhrases();
        addConcepts(SignalFeatures::isSaid);
        addFacts(reading.facts());
        double[] shares = ShapleyShares.of(contributors, features, head);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            claims.add(contributors.get(i).claim().with(shares[i]));
        }
        return claims;
    }

    private void addConcepts(Predicate<ConceptMatch> which) {
        for (int i = 0; i < reading.fields().size(); i++) {
            FieldReading field = reading.fields().get(i);
            for (ConceptMatch match : reading.concepts().get(i)) {
                if (which.test(match)) {
                    Concept concept = Concepts.all().get(match.concept());
                    Claim claim = new Claim(
                            Reason.ofConcept(concept),
                            field.field(),
                            i,
                            field.tokens().get(match.firstToken()).start(),
                            field.tokens().get(match.endToken() - 1).end(),
                            0);
                    contributors.add(Contributor.of(concept, claim));
                }
            }
        }
    }

    private void addPhrases() {
        for (int i = 0; i < reading.fields().size(); i++) {
            FieldReading field = reading.fields().get(i);
            for (PhraseMatch match : field.matches()) {
                if (SignalFeatures.isScored(match)) {
                    Claim claim = new Claim(
                            Reason.ofMatch(match),
                            field.field(),
                            i,
                            field.tokens().get(match.firstToken()).start(),
                            field.tokens().get(match.endToken() - 1).end(),
                            0);
                    contributors.add(Contributor.of(match, claim));
                }
            }
        }
    }

    private void addFacts(PostingFacts facts) {
        CodeRelations relations = CodeRelations.of(reading);
        for (Placed<Contact> placed : facts.contacts()) {
            Contact contact = placed.fact();
            FactSignal signal = FactSignal.of(contact, relations.of(placed));
            add(signal, contact.handle(), placed.field(), contact.start(), contact.end(), NO_PAY);
        }
        facts.fees()
                .forEach(fee -> add(
                        FactSignal.of(fee.fact()),
                        fee.field(),
                        fee.fact().start(),
                        fee.fact().end()));
        facts.pay().forEach(this::addPay);
        facts.ages()
                .forEach(age -> add(
                        FactSignal.AGE_LIMIT,
                        age.field(),
                        age.fact().start(),
                        age.fact().end()));
        facts.sexes()
                .forEach(sex -> add(
                        FactSignal.SEX_LIMIT,
                        sex.field(),
                        sex.fact().start(),
                        sex.fact().end()));
        facts.arrangements().forEach(arrangement -> FactSignal.of(arrangement.fact())
                .ifPresent(signal -> add(
                        signal,
                        arrangement.field(),
                        arrangement.fact().start(),
                        arrangement.fact().end())));
    }

    private void addPay(Placed<PayOffer> placed) {
        PayOffer offer = placed.fact();
        double ratio = PayRatios.atHome(offer);
        String computed = PayRatios.isAboveTypical(ratio)
                ? String.format(Locale.ROOT, "%.1f times typical pay", ratio)
                : NOTHING_COMPUTED;
        add(FactSignal.ofPay(ratio), computed, placed.field(), offer.start(), offer.end(), ratio);
    }

    private void add(FactSignal signal, PostingField field, int start, int end) {
        add(signal, NOTHING_COMPUTED, field, start, end, NO_PAY);
    }

    /** In a field whose wording is not scored, which is short, a fact points to the whole field. */
    private void add(FactSignal signal, String computed, PostingField field, int start, int end, double payRatio) {
        Reason reason = Reason.ofFact(signal, computed);
        Integer index = scored.get(field);
        int length = reading.posting().text(field).orElse("").length();
        Claim claim = index == null
                ? new Claim(reason, field, Claim.NOT_SCORED, 0, length, 0)
                : new Claim(reason, field, index, start, end, 0);
        if (claim.end() > claim.start()) {
            contributors.add(Contributor.of(signal, claim, payRatio));
        }
    }

    /** The claims in reading order; those that a reader would take for one are joined. */
    private static List<Claim> joined(List<Claim> claims) {
        claims.sort(Comparator.comparing(Claim::field)
                .thenComparingInt(Claim::start)
                .thenComparingInt(claim -> -claim.end()));
        List<Claim> joined = new ArrayList<>();
        Map<String, Integer> lastOfIndicator = new HashMap<>();
        for (Claim claim : claims) {
            String indicator = claim.reason().indicator();
            int last = indicator.isEmpty() ? joined.size() - 1 : lastOfIndicator.getOrDefault(indicator, -1);
            if (last >= 0 && joined.get(last).includes(claim)) {
                joined.set(last, joined.get(last).joined(claim));
            } else {
                lastOfIndicator.put(indicator, joined.size());
                joined.add(claim);
            }
        }
        return joined;
    }
}
