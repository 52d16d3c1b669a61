package org.lurewatch.detection.campaign;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.lurewatch.detection.facts.Contact;
import org.lurewatch.detection.facts.ContactKind;
import org.lurewatch.detection.facts.FactsReader;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.TextChain;

/** Names a slot by what most samples have in it. */
final class SlotKinds {
    private enum Kind {
        PAY,
        PHONE,
        HANDLE,
        NUMBER,
        OTHER
    }

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    void add(SampleText sample, int from, int to) {
        int start = sample.tokens().get(from).start();
        int end = sample.tokens().get(to - 1).end();
        counts.merge(kind(sample.text(), start, end), 1, Integer::sum);
    }

    String mostFrequent() {
        return counts.entrySet().stream()
                .max(Map.Entry.<Kind, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT))
                .orElse("other");
    }

    private static Kind kind(String text, int start, int end) {
        PostingFacts facts = FactsReader.read(Map.of(PostingField.DESCRIPTION, TextChain.comparable(text)), null);
        for (Placed<Contact> contact : facts.contacts()) {
            if (contact.fact().start() < end && contact.fact().end() > start) {
                boolean number = contact.fact().handle().startsWith("+")
                        || contact.fact().kind() == ContactKind.PHONE;
                return number ? Kind.PHONE : Kind.HANDLE;
            }
        }
        if (facts.pay().stream()
                .anyMatch(pay -> pay.fact().start() < end && pay.fact().end() > start)) {
            return Kind.PAY;
        }
        boolean digits = text.substring(start, end).chars().anyMatch(Character::isDigit);
        return digits ? Kind.NUMBER : Kind.OTHER;
    }
}
