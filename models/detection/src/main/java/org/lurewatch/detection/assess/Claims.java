package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.facts.Arrangement;
import org.lurewatch.detection.facts.Contact;
import org.lurewatch.detection.facts.ContactKind;
import org.lurewatch.detection.facts.Fee;
import org.lurewatch.detection.facts.PayOffer;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.PayRatios;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.posting.PostingField;

/**
 * The named places of a posting, its phrases and facts, each with its share of what the named signals added. A signal
 * found twice is shared between both places, and a combination of signals between the places that make it up, by equal
 * parts: these are the Shapley values.
 */
final class Claims {
    private static final double REMARKABLE_PAY = 2;
    private static final double NOTABLE_PAY = 1.2;
    private static final String NO_FEATURE = "";

    /** The parts that a place can play in a combination. */
    private enum Part {
        PAY,
        CHAT,
        EASY,
        TRAVEL
    }

    /**
     * A place, before anything is shared out.
     *
     * @param claim the place, without contribution yet
     * @param feature name of the feature it adds to, empty where it counts in combinations only
     * @param closeness how much of that feature it brings
     * @param parts what it plays in combinations
     * @param kind the suspicious signal it counts for, or null
     * @param payRatio an offer over typical pay, 0 for what is no offer
     */
    private record Entry(
            Claim claim, String feature, double closeness, Set<Part> parts, Signal kind, double payRatio) {}

    private final Reading reading;
    private final FeatureVector features;
    private final LinearHead head;
    private final Map<PostingField, Integer> scored = new EnumMap<>(PostingField.class);
    private final List<Entry> entries = new ArrayList<>();
    private double[] shares = {};

    private Claims(Reading reading, FeatureVector features, LinearHead head) {
        this.reading = reading;
        this.features = features;
        this.head = head;
        for (int i = 0; i < reading.fields().size(); i++) {
            scored.put(reading.fields().get(i).field(), i);
        }
    }

    static List<Claim> of(Reading reading, FeatureVector features, LinearHead head) {
        Claims claims = new Claims(reading, features, head);
        claims.addPhrases();
        claims.addContacts();
        claims.addFees();
        claims.addPay();
        claims.addLimits();
        claims.addArrangements();
        claims.shareOut();
        return claims.joined();
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
                    Signal signal = SignalFeatures.signalOf(match);
                    entries.add(new Entry(
                            claim,
                            SignalFeatures.nameOf(match),
                            SignalFeatures.closeness(match),
                            partsOf(signal),
                            isSuspicious(signal) ? signal : null,
                            0));
                }
            }
        }
    }

    private static Set<Part> partsOf(Signal signal) {
        return switch (signal) {
            case HIGH_PAY_EASY -> EnumSet.of(Part.PAY);
            case MESSAGING_ONLY_CONTACT -> EnumSet.of(Part.CHAT);
            case NO_SKILL -> EnumSet.of(Part.EASY);
            case TRAVEL_LODGING_BUNDLE, VISA_PASSPORT_HANDLED -> EnumSet.of(Part.TRAVEL);
            default -> Set.of();
        };
    }

    private static boolean isSuspicious(Signal signal) {
        return switch (signal.strength()) {
            case STRONG, USEFUL, WEAK -> true;
            case REASSURING, CONTEXT, NONE -> false;
        };
    }

    private void addContacts() {
        for (Placed<Contact> placed : reading.facts().contacts()) {
            Contact contact = placed.fact();
            boolean chat = contact.kind().isMessenger() && contact.hasHandle();
            addFact(
                    SignalFeatures.nameOf(contact.kind()),
                    Reason.ofFact(
                            SignalFeatures.nameOf(contact.kind()),
                            indicatorOf(contact.kind()),
                            contact.handle(),
                            false),
                    placed.field(),
                    contact.start(),
                    contact.end(),
                    chat ? EnumSet.of(Part.CHAT) : Set.of(),
                    0);
        }
    }

    /** A telephone, a firm's own mailbox and a link point nowhere by themselves. */
    private static String indicatorOf(ContactKind kind) {
        if (kind.isMessenger()) {
            return "C09";
        }
        return kind == ContactKind.FREE_EMAIL ? "O10" : "";
    }

    private void addFees() {
        for (Placed<Fee> placed : reading.facts().fees()) {
            Fee fee = placed.fact();
            boolean asked = fee.direction() == Fee.Direction.ASKED;
            String name = asked ? "fee.asked" : "fee.ruled_out";
            addFact(
                    name,
                    Reason.ofFact(name, asked ? "O01" : "", "", false),
                    placed.field(),
                    fee.start(),
                    fee.end(),
                    Set.of(),
                    0);
        }
    }

    private void addPay() {
        for (Placed<PayOffer> placed : reading.facts().pay()) {
            PayOffer offer = placed.fact();
            double ratio = PayRatios.atHome(offer);
            boolean remarkable = ratio >= REMARKABLE_PAY;
            addFact(
                    "pay.stated",
                    payReason(ratio),
                    placed.field(),
                    offer.start(),
                    offer.end(),
                    remarkable ? EnumSet.of(Part.PAY) : Set.of(),
                    ratio);
        }
    }

    private static Reason payReason(double ratio) {
        if (ratio < NOTABLE_PAY) {
            return Reason.ofFact("pay.stated", "", "", true);
        }
        String computed = String.format(Locale.ROOT, "%.1f times typical pay", ratio);
        boolean remarkable = ratio >= REMARKABLE_PAY;
        return Reason.ofFact(remarkable ? "pay.twice_typical" : "pay.above_typical", "C01", computed, !remarkable);
    }

    private void addLimits() {
        reading.facts()
                .ages()
                .forEach(placed -> addFact(
                        "age.limit",
                        Reason.ofFact("age.limit", "C14", "", true),
                        placed.field(),
                        placed.fact().start(),
                        placed.fact().end(),
                        Set.of(),
                        0));
        reading.facts()
                .sexes()
                .forEach(placed -> addFact(
                        "sex.limit",
                        Reason.ofFact("sex.limit", "C14", "", true),
                        placed.field(),
                        placed.fact().start(),
                        placed.fact().end(),
                        Set.of(),
                        0));
    }

    /** A journey or papers seen to count beside other signs only, so they have no feature of their own. */
    private void addArrangements() {
        for (Placed<Arrangement> placed : reading.facts().arrangements()) {
            Arrangement arrangement = placed.fact();
            if (arrangement.kind() != Arrangement.Kind.DOCUMENTS_ASKED) {
                boolean travel = arrangement.kind() == Arrangement.Kind.TRAVEL_PROVIDED;
                addFact(
                        NO_FEATURE,
                        Reason.ofFact(travel ? "travel.provided" : "visa.handled", travel ? "C03" : "C04", "", true),
                        placed.field(),
                        arrangement.start(),
                        arrangement.end(),
                        EnumSet.of(Part.TRAVEL),
                        0);
            }
        }
    }

    /** A fact of a field whose wording is not scored is told by the whole of that field, which is short. */
    private void addFact(
            String feature, Reason reason, PostingField field, int start, int end, Set<Part> parts, double payRatio) {
        Integer index = scored.get(field);
        Claim claim = index == null
                ? new Claim(
                        reason,
                        field,
                        Claim.NOT_SCORED,
                        0,
                        reading.posting().text(field).orElse("").length(),
                        0)
                : new Claim(reason, field, index, start, end, 0);
        if (claim.end() > claim.start()) {
            entries.add(new Entry(claim, feature, 1, parts, null, payRatio));
        }
    }

    private void shareOut() {
        shares = new double[entries.size()];
        entries.stream()
                .map(Entry::feature)
                .distinct()
                .filter(name -> !name.equals(NO_FEATURE))
                .forEach(name ->
                        share(contribution(name), entry -> entry.feature().equals(name)));
        shareMessengerHandles();
        sharePayAboveTypical();
        shareCombination("pay_and_chat", Part.PAY, Part.CHAT);
        shareCombination("pay_and_easy", Part.PAY, Part.EASY);
        shareCombination("travel_and_chat", Part.TRAVEL, Part.CHAT);
        shareCombination("travel_and_easy", Part.TRAVEL, Part.EASY);
        shareKinds();
    }

    private void shareMessengerHandles() {
        share(
                contribution("contact.messenger_handle"),
                entry -> entry.feature().startsWith("contact.") && entry.parts().contains(Part.CHAT));
    }

    /** Only the highest offer counts, so only it is credited. */
    private void sharePayAboveTypical() {
        double highest = entries.stream().mapToDouble(Entry::payRatio).max().orElse(0);
        share(
                contribution("pay.above_typical") + contribution("pay.twice_typical"),
                entry -> entry.feature().equals("pay.stated") && entry.payRatio() == highest);
    }

    private void shareCombination(String name, Part one, Part other) {
        double half = contribution(name) / 2;
        share(half, entry -> entry.parts().contains(one));
        share(half, entry -> entry.parts().contains(other));
    }

    private void shareKinds() {
        Set<Signal> kinds = EnumSet.noneOf(Signal.class);
        entries.stream().filter(entry -> entry.kind() != null).forEach(entry -> kinds.add(entry.kind()));
        double sum = contribution("kinds.two") + contribution("kinds.three") + contribution("kinds.four");
        for (Signal kind : kinds) {
            share(sum / kinds.size(), entry -> entry.kind() == kind);
        }
    }

    private void share(double total, Predicate<Entry> members) {
        if (total == 0) {
            return;
        }
        double sum =
                entries.stream().filter(members).mapToDouble(Entry::closeness).sum();
        for (int i = 0; i < shares.length && sum > 0; i++) {
            if (members.test(entries.get(i))) {
                shares[i] += total * entries.get(i).closeness() / sum;
            }
        }
    }

    /** The claims in reading order; those that a reader would take for one are one. */
    private List<Claim> joined() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            claims.add(entries.get(i).claim().with(shares[i]));
        }
        claims.sort(Comparator.comparing(Claim::field)
                .thenComparingInt(Claim::start)
                .thenComparingInt(claim -> -claim.end()));
        List<Claim> joined = new ArrayList<>();
        Map<String, Integer> lastOfIndicator = new HashMap<>();
        for (Claim claim : claims) {
            String indicator = claim.reason().indicator();
            int last = indicator.isEmpty() ? joined.size() - 1 : lastOfIndicator.getOrDefault(indicator, -1);
            if (last >= 0 && joined.get(last).tells(claim)) {
                joined.set(last, joined.get(last).joined(claim));
            } else {
                lastOfIndicator.put(indicator, joined.size());
                joined.add(claim);
            }
        }
        return joined;
    }

    private double contribution(String name) {
        int index = SignalFeatures.indexOf(name);
        return head.signalContribution(index, features.signals()[index]);
    }
}
