package org.lurewatch.detection.assess;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.terms.Fee;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.features.PayRatios;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.posting.PostingField;

/** What a person should ask before answering an advert that may or may not be honest, by what was found in it. */
final class Questions {
    /** No more than this many are asked. */
    static final int MOST = 5;

    /** Where fewer questions fit, general ones are added up to this number. */
    static final int FEWEST = 3;

    /**
     * A question and what calls for it, in the order of the harm that it may prevent.
     *
     * @param text in words that a job seeker can use
     * @param signals any of these phrases calls for it
     * @param facts or these facts do
     */
    private record Question(String text, Set<Signal> signals, Predicate<Reading> facts) {
        static Question about(String text, Signal first, Signal... others) {
            return new Question(text, EnumSet.of(first, others), reading -> false);
        }

        Question or(Predicate<Reading> otherFacts) {
            return new Question(text, signals, otherFacts);
        }

        boolean fits(Reading reading, Set<Signal> found) {
            return signals.stream().anyMatch(found::contains) || facts.test(reading);
        }
    }

    private static final List<Question> BY_HARM = List.of(
            Question.about(
                    "Who is offering the work, and are the people it is about free to leave and to keep their papers?",
                    Signal.PERSON_SALE),
            Question.about(
                    "Which work visa is issued before you travel, who keeps your passport, and who pays your way back if"
                            + " you leave?",
                    Signal.ILLEGAL_ROUTE,
                    Signal.VISA_PASSPORT_HANDLED,
                    Signal.TRAVEL_LODGING_BUNDLE),
            Question.about(
                            "Must you pay or deposit anything, or advance your own money, before you are paid?",
                            Signal.FEE_DEPOSIT,
                            Signal.TASK_SCAM)
                    .or(Questions::asksForMoney),
            Question.about(
                    "Whose money would pass through your account, and why does the firm not use its own?",
                    Signal.MONEY_MULE),
            Question.about(
                    "Who sends the parcels, who gets them, and why do they have to go through your home?",
                    Signal.PARCEL_RESHIPPING),
            Question.about(
                    "If you take the advance or the loan, what happens when you want to leave before it is paid back?",
                    Signal.DEBT_OK_ADVANCE),
            Question.about(
                    "Why are identity papers, bank cards or codes needed before there is a contract?",
                    Signal.IDENTITY_DOCS),
            Question.about(
                    "Is what you would do lawful where you live and where the office is?",
                    Signal.TRADE_SLANG,
                    Signal.GAMBLING_CONTEXT),
            Question.about(
                            "Why does this pay so much more than others pay for the same work, and who has been paid it?",
                            Signal.HIGH_PAY_EASY,
                            Signal.NO_SKILL)
                    .or(Questions::paysFarAboveTypical),
            Question.about(
                    "Will you be paid into your bank account with a payslip, or only in a currency you cannot check?",
                    Signal.CRYPTO_PAY),
            Question.about(
                    "Do you earn by the work itself, or by bringing in others and buying stock or courses?",
                    Signal.MLM,
                    Signal.REFERRAL_BOUNTY),
            Question.about(
                    "May you take the contract home, show it to someone and answer in a week?",
                    Signal.SECRECY,
                    Signal.URGENCY,
                    Signal.REASSURANCE),
            Question.about(
                            "Does the employer confirm this vacancy on its own website or at its own switchboard, found"
                                    + " without this advert?",
                            Signal.MESSAGING_ONLY_CONTACT)
                    .or(Questions::leadsIntoAChat),
            Question.about("Which registered company employs you, and at which address?", Signal.VAGUE_COMPANY)
                    .or(Questions::namesNoEmployer),
            Question.about("What have age, sex or looks to do with this work?", Signal.AGE_SEX_LIMIT)
                    .or(Questions::limitsAgeOrSex),
            Question.about(
                    "What exactly will you do all day, and can you talk to somebody who does it now?",
                    Signal.DECOY_ROLE));

    private static final List<String> GENERAL = List.of(
            "Which registered company employs you, and at which address?",
            "What exactly will you do all day, and can you talk to somebody who does it now?",
            "What do others pay for the same work, and what does the contract say?");

    private Questions() {}

    /** From {@link #FEWEST} to {@link #MOST} questions that fit this posting, the one that may prevent most harm first. */
    static List<String> about(Reading reading) {
        Set<Signal> found = EnumSet.noneOf(Signal.class);
        reading.fields().forEach(field -> field.matches().stream()
                .filter(SignalFeatures::isScored)
                .forEach(match -> found.add(SignalFeatures.signalOf(match))));
        Set<String> questions = new LinkedHashSet<>();
        BY_HARM.stream()
                .filter(question -> question.fits(reading, found))
                .limit(MOST)
                .forEach(question -> questions.add(question.text()));
        for (String general : GENERAL) {
            if (questions.size() < FEWEST) {
                questions.add(general);
            }
        }
        return List.copyOf(questions);
    }

    private static boolean asksForMoney(Reading reading) {
        return reading.facts().fees().stream().anyMatch(fee -> fee.fact().direction() == Fee.Direction.ASKED);
    }

    private static boolean paysFarAboveTypical(Reading reading) {
        return reading.facts().pay().stream()
                .anyMatch(offer -> PayRatios.isTwiceTypical(PayRatios.atHome(offer.fact())));
    }

    private static boolean leadsIntoAChat(Reading reading) {
        return reading.facts().contacts().stream().anyMatch(placed -> {
            Contact contact = placed.fact();
            return contact.kind().isMessenger() || contact.kind() == ContactKind.FREE_EMAIL;
        });
    }

    private static boolean limitsAgeOrSex(Reading reading) {
        return !reading.facts().ages().isEmpty() || !reading.facts().sexes().isEmpty();
    }

    private static boolean namesNoEmployer(Reading reading) {
        return reading.posting().text(PostingField.ORGANIZATION_NAME).isEmpty();
    }
}
