package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.posting.PostingField;

/** What a person should ask before answering an advert that may or may not be honest. */
final class Questions {
    private static final int MOST = 3;

    private Questions() {}

    /** The three questions that fit this posting best. */
    static List<String> about(Reading reading) {
        Set<Signal> found = EnumSet.noneOf(Signal.class);
        reading.fields().forEach(field -> field.matches().stream()
                .filter(SignalFeatures::isScored)
                .forEach(match -> found.add(SignalFeatures.signalOf(match))));
        List<String> questions = new ArrayList<>();
        if (found.contains(Signal.FEE_DEPOSIT)
                || found.contains(Signal.TASK_SCAM)
                || !reading.facts().fees().isEmpty()) {
            questions.add("Must you pay or deposit anything, or advance your own money, before you are paid?");
        }
        if (found.contains(Signal.MONEY_MULE) || found.contains(Signal.IDENTITY_DOCS)) {
            questions.add(
                    "Why would an employer need your bank account, card, codes or identity papers before a contract?");
        }
        if (found.contains(Signal.TRAVEL_LODGING_BUNDLE)
                || found.contains(Signal.VISA_PASSPORT_HANDLED)
                || found.contains(Signal.ILLEGAL_ROUTE)) {
            questions.add("Which work visa is issued before you travel, and who keeps your passport?");
        }
        if (reading.posting().text(PostingField.ORGANIZATION_NAME).isEmpty()) {
            questions.add("Which registered company employs you, and at which address?");
        }
        if (reading.facts().contacts().stream()
                .anyMatch(contact -> contact.fact().kind().isMessenger())) {
            questions.add("Does the employer confirm the vacancy through its own website or switchboard?");
        }
        questions.add("What do other employers pay for the same work, and what will your contract say?");
        questions.add("What exactly will you do all day, and whom did the last person in this job work with?");
        return List.copyOf(questions.subList(0, Math.min(MOST, questions.size())));
    }
}
