package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;

/** Points at the places of a posting that moved its score, and says by how much. */
final class EvidenceFinder {
    static final int MOST = 8;
    private static final int MOST_WORDING = 3;
    private static final int LONGEST_WORDING = 12;
    private static final double LEAST_CONTRIBUTION = 0.05;
    private static final int LONGEST_QUOTE = 400;

    private final LinearHead head;

    EvidenceFinder(LinearHead head) {
        this.head = head;
    }

    /**
     * The strongest reasons first, at most {@link #MOST}.
     *
     * @param withWording whether runs of words that moved the score are shown beside known phrases and facts
     */
    List<Evidence> find(Reading reading, FeatureVector features, boolean withWording) {
        List<Evidence> found = new ArrayList<>();
        addPhrases(reading, features, found);
        addFacts(reading, features, found);
        if (withWording) {
            addWording(reading, found);
        }
        found.removeIf(evidence -> Math.abs(evidence.contribution()) < LEAST_CONTRIBUTION);
        found.sort(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.contribution()))
                .thenComparing(Evidence::field)
                .thenComparingInt(Evidence::start)
                .thenComparing(Evidence::signal));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private void addPhrases(Reading reading, FeatureVector features, List<Evidence> found) {
        Map<String, Double> closenessSums = new HashMap<>();
        for (FieldReading field : reading.fields()) {
            for (PhraseMatch match : field.matches()) {
                if (SignalFeatures.isScored(match)) {
                    closenessSums.merge(
                            SignalFeatures.nameOf(match.phrase()), SignalFeatures.closeness(match), Double::sum);
                }
            }
        }
        for (FieldReading field : reading.fields()) {
            for (PhraseMatch match : field.matches()) {
                if (SignalFeatures.isScored(match)) {
                    String name = SignalFeatures.nameOf(match.phrase());
                    double share = SignalFeatures.closeness(match) / closenessSums.get(name);
                    found.add(phrase(field, match, share * contribution(features, name)));
                }
            }
        }
    }

    private static Evidence phrase(FieldReading field, PhraseMatch match, double contribution) {
        int start = field.tokens().get(match.firstToken()).start();
        int end = field.tokens().get(match.endToken() - 1).end();
        return evidence(
                match.phrase().signal().code(),
                match.phrase().signal().indicator(),
                field.field(),
                field.text(),
                start,
                end,
                match.phrase().wording(),
                match.phrase().language(),
                match.edits(),
                contribution);
    }

    private void addFacts(Reading reading, FeatureVector features, List<Evidence> found) {
        Map<PostingField, ComparableText> texts = new HashMap<>();
        reading.fields().forEach(field -> texts.put(field.field(), field.text()));
        Map<String, Integer> counts = new HashMap<>();
        List<Placed<Contact>> contacts = reading.facts().contacts().stream()
                .filter(placed -> texts.containsKey(placed.field()))
                .toList();
        contacts.forEach(placed -> counts.merge(contactName(placed.fact()), 1, Integer::sum));
        for (Placed<Contact> placed : contacts) {
            Contact contact = placed.fact();
            String name = contactName(contact);
            double contribution = contribution(features, name) / counts.get(name);
            if (contact.kind().isMessenger() && contact.hasHandle()) {
                contribution += contribution(features, "contact.messenger_handle") / counts.get(name);
            }
            String indicator = contact.kind().isMessenger() ? "C09" : "O10";
            found.add(fact(
                    name, indicator, placed, texts, contact.start(), contact.end(), contact.handle(), contribution));
        }
        for (Placed<Fee> placed : reading.facts().fees()) {
            Fee fee = placed.fact();
            String name = fee.direction() == Fee.Direction.ASKED ? "fee.asked" : "fee.ruled_out";
            if (texts.containsKey(placed.field())) {
                found.add(fact(name, "O01", placed, texts, fee.start(), fee.end(), "", contribution(features, name)));
            }
        }
        reading.facts().pay().stream()
                .findFirst()
                .filter(placed -> texts.containsKey(placed.field()))
                .ifPresent(placed -> {
                    PayOffer pay = placed.fact();
                    found.add(fact(
                            "pay.stated",
                            "C01",
                            placed,
                            texts,
                            pay.start(),
                            pay.end(),
                            "",
                            contribution(features, "pay.stated")));
                });
    }

    private static String contactName(Contact contact) {
        return "contact." + contact.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Evidence fact(
            String name,
            String indicator,
            Placed<?> placed,
            Map<PostingField, ComparableText> texts,
            int start,
            int end,
            String reading,
            double contribution) {
        return evidence(
                name, indicator, placed.field(), texts.get(placed.field()), start, end, reading, "", 0, contribution);
    }

    private void addWording(Reading reading, List<Evidence> found) {
        List<Evidence> runs = new ArrayList<>();
        List<double[]> contributions = TextFeatures.contributions(reading, head.wordingWeights());
        for (int i = 0; i < contributions.size(); i++) {
            addRuns(reading.fields().get(i), contributions.get(i), runs);
        }
        runs.sort(Comparator.comparingDouble((Evidence e) -> -e.contribution())
                .thenComparing(Evidence::field)
                .thenComparingInt(Evidence::start));
        found.addAll(runs.subList(0, Math.min(MOST_WORDING, runs.size())));
    }

    /** The runs of words in one sentence whose joint contribution is greatest. */
    private void addRuns(FieldReading field, double[] sums, List<Evidence> runs) {
        int i = 0;
        while (i < sums.length) {
            int end = i;
            double sum = 0;
            int sentence = field.tokens().get(i).sentence();
            while (end < sums.length
                    && end - i < LONGEST_WORDING
                    && sums[end] > 0
                    && field.tokens().get(end).sentence() == sentence) {
                sum += sums[end];
                end++;
            }
            if (end > i) {
                int start = field.tokens().get(i).start();
                int stop = field.tokens().get(end - 1).end();
                runs.add(evidence(
                        "wording",
                        "",
                        field.field(),
                        field.text(),
                        start,
                        stop,
                        "",
                        "",
                        0,
                        sum * head.wordingFactor()));
            }
            i = Math.max(end, i + 1);
        }
    }

    private double contribution(FeatureVector features, String name) {
        int index = SignalFeatures.indexOf(name);
        return head.signalContribution(index, features.signals()[index]);
    }

    private static Evidence evidence(
            String signal,
            String indicator,
            PostingField field,
            ComparableText text,
            int start,
            int end,
            String phrase,
            String language,
            int edits,
            double contribution) {
        int rawStart = text.rawStart(start);
        int rawEnd = Math.min(Math.max(rawStart, text.rawEnd(end)), rawStart + LONGEST_QUOTE);
        if (rawEnd > rawStart && Character.isHighSurrogate(text.raw().charAt(rawEnd - 1))) {
            rawEnd--;
        }
        return new Evidence(
                signal,
                indicator,
                field,
                rawStart,
                rawEnd,
                text.raw().substring(rawStart, rawEnd),
                phrase,
                language,
                edits,
                contribution);
    }
}
