package org.lurewatch.detection.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lurewatch.detection.facts.FactsReader;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.CityNames;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;

/** Says what stands in the slots of one sample. */
final class SlotKinds {
    enum Kind {
        PAY,
        PHONE,
        HANDLE,
        CITY,
        NAME,
        DATE,
        NUMBER,
        OTHER
    }

    private static final Pattern DATE = Pattern.compile("\\d{1,4}[./-]\\d{1,2}([./-]\\d{2,4})?");
    private static final int LONGEST_NAME = 24;

    /** A person's name stands beside the contact. */
    private static final int BESIDE = 30;

    private final SampleText sample;
    private final List<Contact> contacts;
    private final List<PayOffer> pay;

    private SlotKinds(SampleText sample, List<Contact> contacts, List<PayOffer> pay) {
        this.sample = sample;
        this.contacts = contacts;
        this.pay = pay;
    }

    static SlotKinds of(SampleText sample) {
        PostingFacts facts =
                FactsReader.read(Map.of(PostingField.DESCRIPTION, TextChain.comparable(sample.text())), null);
        return new SlotKinds(
                sample,
                facts.contacts().stream()
                        .map(Placed::fact)
                        .filter(Contact::hasHandle)
                        .toList(),
                facts.pay().stream().map(Placed::fact).toList());
    }

    /** What most samples have in a slot. */
    static String mostFrequent(Map<Kind, Integer> counts) {
        return Stream.of(Kind.values())
                .max((one, other) -> counts.getOrDefault(one, 0) - counts.getOrDefault(other, 0))
                .orElse(Kind.OTHER)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    /** What the words from one to another are. */
    Kind of(int firstWord, int endWord) {
        List<Token> words = sample.tokens().subList(firstWord, endWord);
        int start = words.get(0).start();
        int end = words.get(words.size() - 1).end();
        String content = sample.text().substring(start, end);
        for (Contact contact : contacts) {
            if (contact.start() < end && contact.end() > start) {
                return contact.handle().startsWith("+") ? Kind.PHONE : Kind.HANDLE;
            }
        }
        if (pay.stream().anyMatch(offer -> offer.start() < end && offer.end() > start)) {
            return Kind.PAY;
        }
        if (CityNames.contains(content)) {
            return Kind.CITY;
        }
        if (content.chars().anyMatch(Character::isDigit)) {
            return DATE.matcher(content).matches() ? Kind.DATE : Kind.NUMBER;
        }
        boolean besideContact =
                contacts.stream().anyMatch(contact -> start - contact.end() < BESIDE && contact.start() - end < BESIDE);
        return besideContact && content.length() <= LONGEST_NAME ? Kind.NAME : Kind.OTHER;
    }
}
