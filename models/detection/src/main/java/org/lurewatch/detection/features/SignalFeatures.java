package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.terms.Fee;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;

/**
 * Features with a name: how strongly each signal and each fact shows in a posting. All are 0 where nothing was found,
 * and none depends on a place, a country, a language or on a field being absent.
 * See RATIONALE.md, "Features never say that a field is missing".
 */
public final class SignalFeatures {
    /** Prefix of a signal that rests on short or common phrases only. */
    public static final String HINT = "hint.";

    /** Prefix of a saying. */
    public static final String SAID = "said.";

    /** Whether the posting gives an account in a messenger, whichever it is. */
    public static final String MESSENGER_HANDLE = "contact.messenger_handle";

    /** How far the highest offer lies above typical pay, in doublings. */
    public static final String PAY_ABOVE_TYPICAL = "pay.above_typical";

    /** Whether the highest offer is remarkable by itself. */
    public static final String PAY_TWICE_TYPICAL = "pay.twice_typical";

    /** Whether there are at least two, three and four kinds of suspicious signals. */
    public static final List<String> KINDS = List.of("kinds.two", "kinds.three", "kinds.four");

    /** Names in the order of the values. */
    public static final List<String> NAMES = names();

    private static final Map<String, Integer> INDEX = index();
    private static final double[] EXPECTED = expected();
    private static final double MOST = 3;
    private static final int FEWEST_KINDS = 2;

    /** The signal of a phrase that the text only reports of others. */
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
        addSayings(reading, values);
        addCombinations(strong, hints, arrangesTheWay(reading), values);
        return values;
    }

    /** Place of a name in {@link #NAMES}. */
    public static int indexOf(String name) {
        return INDEX.get(name);
    }

    /** Whether the feature at this place is a saying. */
    public static boolean isSaying(int index) {
        return NAMES.get(index).startsWith(SAID);
    }

    /**
     * What published indicators let one expect of a feature before anything is learnt, in log-odds.
     *
     * @param index place in {@link #NAMES}
     */
    public static double expected(int index) {
        return EXPECTED[index];
    }

    /** Whether a match counts: a denied phrase does not, and a place never does. */
    public static boolean isScored(PhraseMatch match) {
        return match.phrase().signal() != Signal.PLACE && !match.negated();
    }

    /** The signal that a match adds to: a phrase that the text only reports of others is context, not an offer. */
    public static Signal signalOf(PhraseMatch match) {
        return match.reported() ? REPORTED : match.phrase().signal();
    }

    /** Name of the feature that a match adds to. */
    public static String nameOf(PhraseMatch match) {
        return (match.phrase().contextOnly() || match.reported() ? HINT : "")
                + signalOf(match).code();
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
            set(values, FactSignal.of(contact.fact().kind()).feature(), 1);
            if (contact.fact().isMessengerAccount()) {
                set(values, MESSENGER_HANDLE, 1);
            }
        }
        for (Placed<Fee> fee : facts.fees()) {
            set(values, FactSignal.of(fee.fact()).feature(), 1);
        }
        set(values, FactSignal.AGE_LIMIT.feature(), facts.ages().isEmpty() ? 0 : 1);
        set(values, FactSignal.SEX_LIMIT.feature(), facts.sexes().isEmpty() ? 0 : 1);
        set(values, FactSignal.PAY_STATED.feature(), facts.pay().isEmpty() ? 0 : 1);
        double ratio = facts.pay().stream()
                .mapToDouble(offer -> PayRatios.atHome(offer.fact()))
                .max()
                .orElse(0);
        set(values, PAY_ABOVE_TYPICAL, Math.min(MOST, Math.max(0, Math.log(Math.max(ratio, 1)) / Math.log(2))));
        set(values, PAY_TWICE_TYPICAL, PayRatios.isTwiceTypical(ratio) ? 1 : 0);
        set(values, "shape.capitals", Math.min(facts.shape().capitals(), 0.5) * 2);
        set(values, "shape.digits", Math.min(facts.shape().digits(), 0.2) * 5);
        set(values, "shape.exclamations", Math.min(facts.shape().exclamations(), 0.05) * 20);
        set(values, "shape.emoji", Math.min(facts.shape().emoji(), 0.1) * 10);
    }

    private static void addSayings(Reading reading, double[] values) {
        for (List<ConceptMatch> field : reading.concepts()) {
            for (ConceptMatch match : field) {
                Concept concept = Concepts.all().get(match.concept());
                if (isSaid(match)) {
                    set(values, nameOf(concept), 1);
                }
            }
        }
    }

    /** Whether a match is a saying that counts: one that is denied, or that others are reported to say, does not. */
    public static boolean isSaid(ConceptMatch match) {
        return !match.denied()
                && !match.reported()
                && Concepts.all().get(match.concept()).isSaying();
    }

    /** Name of the feature of a saying. */
    public static String nameOf(Concept saying) {
        return SAID + saying.code();
    }

    /**
     * Whether flight or visa are arranged. Honest employers abroad do so too, so that it counts only beside other
     * signs.
     */
    private static boolean arrangesTheWay(Reading reading) {
        return reading.facts().arrangements().stream()
                .anyMatch(placed -> FactSignal.of(placed.fact()).isPresent());
    }

    private static void addCombinations(
            Map<Signal, Double> strong, Map<Signal, Double> hints, boolean arrangesTheWay, double[] values) {
        int kinds = 0;
        Set<CombinationPart> parts = EnumSet.noneOf(CombinationPart.class);
        for (Signal signal : Signal.values()) {
            if (strong.containsKey(signal) || hints.containsKey(signal)) {
                kinds += signal.isSuspicious() ? 1 : 0;
                CombinationPart.of(signal).ifPresent(parts::add);
            }
        }
        for (int i = 0; i < KINDS.size(); i++) {
            set(values, KINDS.get(i), kinds >= i + FEWEST_KINDS ? 1 : 0);
        }
        if (values[INDEX.get(PAY_TWICE_TYPICAL)] > 0) {
            parts.add(CombinationPart.PAY);
        }
        if (values[INDEX.get(MESSENGER_HANDLE)] > 0) {
            parts.add(CombinationPart.CHAT);
        }
        if (arrangesTheWay) {
            parts.add(CombinationPart.TRAVEL);
        }
        for (Combination combination : Combination.values()) {
            boolean both = parts.contains(combination.one()) && parts.contains(combination.other());
            set(values, combination.feature(), both ? 1 : 0);
        }
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
            names.add(FactSignal.of(kind).feature());
        }
        names.addAll(List.of(
                MESSENGER_HANDLE,
                FactSignal.FEE_ASKED.feature(),
                FactSignal.FEE_RULED_OUT.feature(),
                FactSignal.AGE_LIMIT.feature(),
                FactSignal.SEX_LIMIT.feature(),
                FactSignal.PAY_STATED.feature(),
                PAY_ABOVE_TYPICAL,
                PAY_TWICE_TYPICAL,
                "shape.capitals",
                "shape.digits",
                "shape.exclamations",
                "shape.emoji"));
        names.addAll(KINDS);
        for (Combination combination : Combination.values()) {
            names.add(combination.feature());
        }
        Concepts.all().stream()
                .filter(Concept::isSaying)
                .map(SignalFeatures::nameOf)
                .forEach(names::add);
        return List.copyOf(names);
    }

    /** Strength 3, rarely seen in honest adverts: 1.5; strength 2, useful in combination: 0.7. */
    private static double[] expected() {
        double[] expected = new double[NAMES.size()];
        for (Signal signal : Signal.values()) {
            if (signal != Signal.PLACE) {
                expected[INDEX.get(signal.code())] = switch (signal.strength()) {
                    case STRONG -> 1.5;
                    case USEFUL -> 0.7;
                    case WEAK, REASSURING, CONTEXT, NONE -> 0;
                };
            }
        }
        for (Concept concept : Concepts.all()) {
            if (concept.isSaying()) {
                expected[INDEX.get(nameOf(concept))] = switch (concept.kind()) {
                    case CARRIES_ALONE -> 3;
                    case POINTS -> 1.5;
                    case PROTECTS -> -0.7;
                    case SUBJECT -> 0;
                };
            }
        }
        return expected;
    }

    private static Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            index.put(NAMES.get(i), i);
        }
        return Map.copyOf(index);
    }
}
