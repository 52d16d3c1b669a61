package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.facts.Arrangement;
import org.lurewatch.detection.facts.Contact;
import org.lurewatch.detection.facts.ContactKind;
import org.lurewatch.detection.facts.Fee;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.text.TextTricks;

/**
 * Features with a name: how strongly each signal and each fact shows in a posting. All are 0 where nothing was found,
 * and none depends on a place, a country, a language or on a field being absent.
 * See RATIONALE.md, "Features never say that a field is missing".
 */
public final class SignalFeatures {
    /** Prefix of a signal that rests on short or common phrases only. */
    public static final String HINT = "hint.";

    /** Names in the order of the values. */
    public static final List<String> NAMES = names();

    private static final Map<String, Integer> INDEX = index();
    private static final double MOST = 3;

    /** What a phrase points to that the text does not say of itself but tells of others. */
    private static final Signal REPORTED = Signal.WARNING_CONTEXT;

    private SignalFeatures() {}

    /** The values of a posting, in the order of {@link #NAMES}. */
    public static double[] of(Reading reading) {
        double[] values = new double[NAMES.size()];
        Map<Signal, Double> strong = new EnumMap<>(Signal.class);
        Map<Signal, Double> hints = new EnumMap<>(Signal.class);
        Map<Phrase, Double> seen = new HashMap<>();
        Set<Phrase> reported = new HashSet<>();
        for (FieldReading field : reading.fields()) {
            for (PhraseMatch match : field.matches()) {
                if (isScored(match) && match.reported()) {
                    reported.add(match.phrase());
                } else if (isScored(match)) {
                    seen.merge(match.phrase(), closeness(match), Math::max);
                }
            }
        }
        seen.forEach((phrase, closeness) ->
                (phrase.contextOnly() ? hints : strong).merge(phrase.signal(), closeness, Double::sum));
        strong.forEach((signal, sum) -> values[INDEX.get(signal.code())] = saturated(sum));
        if (!reported.isEmpty()) {
            hints.merge(REPORTED, (double) reported.size(), Double::sum);
        }
        hints.forEach((signal, sum) -> values[INDEX.get(HINT + signal.code())] = saturated(sum));
        addFacts(reading, values);
        addCombinations(strong, hints, arrangesTheWay(reading), values);
        return values;
    }

    /** Place of a name in {@link #NAMES}. */
    public static int indexOf(String name) {
        return INDEX.get(name);
    }

    /** Whether a match counts: a denied phrase does not, and a place never does. */
    public static boolean isScored(PhraseMatch match) {
        return match.phrase().signal() != Signal.PLACE && !match.negated();
    }

    /** The signal that a match adds to: a phrase that others are told to say is context, not an offer. */
    public static Signal signalOf(PhraseMatch match) {
        return match.reported() ? REPORTED : match.phrase().signal();
    }

    /** Name of the feature that a match adds to. */
    public static String nameOf(PhraseMatch match) {
        return (match.phrase().contextOnly() || match.reported() ? HINT : "")
                + signalOf(match).code();
    }

    /** Name of the feature of a kind of contact. */
    public static String nameOf(ContactKind kind) {
        return "contact." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** 1 for a phrase found to the letter, less for one that differs. */
    public static double closeness(PhraseMatch match) {
        return 1.0 / (1 + 0.5 * match.edits());
    }

    private static double saturated(double sum) {
        return Math.log1p(Math.min(sum, MOST)) / Math.log(2);
    }

    private static void addFacts(Reading reading, double[] values) {
        PostingFacts facts = reading.facts();
        for (Placed<Contact> contact : facts.contacts()) {
            set(values, nameOf(contact.fact().kind()), 1);
            if (contact.fact().kind().isMessenger() && contact.fact().hasHandle()) {
                set(values, "contact.messenger_handle", 1);
            }
        }
        for (Placed<Fee> fee : facts.fees()) {
            set(values, fee.fact().direction() == Fee.Direction.ASKED ? "fee.asked" : "fee.ruled_out", 1);
        }
        set(values, "age.limit", facts.ages().isEmpty() ? 0 : 1);
        set(values, "sex.limit", facts.sexes().isEmpty() ? 0 : 1);
        set(values, "pay.stated", facts.pay().isEmpty() ? 0 : 1);
        double ratio = facts.pay().stream()
                .mapToDouble(offer -> PayRatios.atHome(offer.fact()))
                .max()
                .orElse(0);
        set(values, "pay.above_typical", Math.min(MOST, Math.max(0, Math.log(Math.max(ratio, 1)) / Math.log(2))));
        set(values, "pay.twice_typical", ratio >= 2 ? 1 : 0);
        set(values, "shape.capitals", Math.min(facts.shape().capitals(), 0.5) * 2);
        set(values, "shape.digits", Math.min(facts.shape().digits(), 0.2) * 5);
        set(values, "shape.exclamations", Math.min(facts.shape().exclamations(), 0.05) * 20);
        set(values, "shape.emoji", Math.min(facts.shape().emoji(), 0.1) * 10);
        int tricks = 0;
        for (FieldReading field : reading.fields()) {
            TextTricks found = field.text().tricks();
            tricks += found.total();
        }
        set(values, "text.tricks", saturated(tricks));
    }

    /** Whether flight or visa are seen to, which honest employers abroad do too: it counts beside other signs only. */
    private static boolean arrangesTheWay(Reading reading) {
        return reading.facts().arrangements().stream()
                .anyMatch(placed -> placed.fact().kind() != Arrangement.Kind.DOCUMENTS_ASKED);
    }

    private static void addCombinations(
            Map<Signal, Double> strong, Map<Signal, Double> hints, boolean arrangesTheWay, double[] values) {
        int kinds = 0;
        for (Signal signal : Signal.values()) {
            boolean suspicious = signal.strength() == Signal.Strength.STRONG
                    || signal.strength() == Signal.Strength.USEFUL
                    || signal.strength() == Signal.Strength.WEAK;
            kinds += suspicious && (strong.containsKey(signal) || hints.containsKey(signal)) ? 1 : 0;
        }
        set(values, "kinds.two", kinds >= 2 ? 1 : 0);
        set(values, "kinds.three", kinds >= 3 ? 1 : 0);
        set(values, "kinds.four", kinds >= 4 ? 1 : 0);
        boolean pay = has(Signal.HIGH_PAY_EASY, strong, hints) || values[INDEX.get("pay.twice_typical")] > 0;
        boolean chat =
                has(Signal.MESSAGING_ONLY_CONTACT, strong, hints) || values[INDEX.get("contact.messenger_handle")] > 0;
        boolean easy = has(Signal.NO_SKILL, strong, hints);
        boolean travel = has(Signal.TRAVEL_LODGING_BUNDLE, strong, hints)
                || has(Signal.VISA_PASSPORT_HANDLED, strong, hints)
                || arrangesTheWay;
        set(values, "pay_and_chat", pay && chat ? 1 : 0);
        set(values, "pay_and_easy", pay && easy ? 1 : 0);
        set(values, "travel_and_chat", travel && chat ? 1 : 0);
        set(values, "travel_and_easy", travel && easy ? 1 : 0);
    }

    private static boolean has(Signal signal, Map<Signal, Double> strong, Map<Signal, Double> hints) {
        return strong.containsKey(signal) || hints.containsKey(signal);
    }

    private static void set(double[] values, String name, double value) {
        values[INDEX.get(name)] = value;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            if (signal != Signal.PLACE) {
                names.add(signal.code());
                names.add(HINT + signal.code());
            }
        }
        for (ContactKind kind : ContactKind.values()) {
            names.add(nameOf(kind));
        }
        names.addAll(List.of(
                "contact.messenger_handle",
                "fee.asked",
                "fee.ruled_out",
                "age.limit",
                "sex.limit",
                "pay.stated",
                "pay.above_typical",
                "pay.twice_typical",
                "shape.capitals",
                "shape.digits",
                "shape.exclamations",
                "shape.emoji",
                "text.tricks",
                "kinds.two",
                "kinds.three",
                "kinds.four",
                "pay_and_chat",
                "pay_and_easy",
                "travel_and_chat",
                "travel_and_easy"));
        return List.copyOf(names);
    }

    private static Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            index.put(NAMES.get(i), i);
        }
        return Map.copyOf(index);
    }
}
