package org.lurewatch.detection.assess;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.terms.Fee;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.features.CodeRelations;
import org.lurewatch.detection.features.PayRatios;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.posting.PostingField;

/** What a person should ask before answering an advert that may or may not be honest, by what was found in it. */
public final class Questions {
    /** No more than this many are asked. */
    static final int MOST = 5;

    /** Where fewer questions fit, general ones are added up to this number. */
    static final int FEWEST = 3;

    private static final String EMPLOYER = "Which registered company would employ you, and at what address?";
    private static final String WORK =
            "What exactly would you do all day, and can you talk to someone who does it now?";

    /**
     * A question and what calls for it, in the order of the harm that it may prevent.
     *
     * @param text in words that a job seeker can use
     * @param signals any of these phrases calls for it
     * @param sayings or any of these sayings
     * @param facts or these facts do
     */
    private record Question(String text, Set<Signal> signals, Set<String> sayings, Predicate<Reading> facts) {
        static Question of(String text) {
            return new Question(text, Set.of(), Set.of(), reading -> false);
        }

        Question where(Signal first, Signal... others) {
            return new Question(text, EnumSet.of(first, others), sayings, facts);
        }

        Question said(String... codes) {
            return new Question(text, signals, Set.of(codes), facts);
        }

        Question or(Predicate<Reading> otherFacts) {
            return new Question(text, signals, sayings, otherFacts);
        }

        boolean fits(Reading reading, Set<Signal> found, Set<String> said) {
            return signals.stream().anyMatch(found::contains)
                    || sayings.stream().anyMatch(said::contains)
                    || facts.test(reading);
        }
    }

    private static final List<Question> BY_HARM = List.of(
            Question.of("Are the people that this is about free to leave, and do they keep their own papers?")
                    .where(Signal.PERSON_SALE)
                    .said("persons_offered"),
            Question.of("Who holds your passport, and what happens if you ask for it back and leave?")
                    .said("papers_kept_said"),
            Question.of("Why must you leave at once, and can you first show the contract to someone you trust?")
                    .said("leave_now"),
            Question.of("Can you go out when you want, keep your phone, and quit without paying anything?")
                    .said("denies_harm"),
            Question.of("Which work visa do you get before you travel, who keeps your passport, and who pays for the"
                            + " way back?")
                    .where(Signal.ILLEGAL_ROUTE, Signal.VISA_PASSPORT_HANDLED, Signal.TRAVEL_LODGING_BUNDLE),
            Question.of("Must you pay or deposit anything, or advance your own money, before you are paid?")
                    .where(Signal.FEE_DEPOSIT, Signal.TASK_SCAM)
                    .said("fee_first", "like_tasks")
                    .or(Questions::asksForMoney),
            Question.of("Why must you pay in money before you get more tasks or can withdraw what you earned?")
                    .said("top_up_said"),
            Question.of(
                            "Who would use your bank account, card or SIM card, and who is liable for what they do with it?")
                    .said("account_wanted"),
            Question.of("Whose money would go through your hands, and why does the firm not use its own account?")
                    .where(Signal.MONEY_MULE)
                    .said("mule_slang", "cash_collect"),
            Question.of("Who sends the parcels, who receives them, and why do they go through your home?")
                    .where(Signal.PARCEL_RESHIPPING)
                    .said("parcels_home"),
            Question.of("Who pays the bank if the cheque bounces after you have sent part of the money on?")
                    .said("check_deposit"),
            Question.of("If you take an advance or a loan, can you leave before it is paid back?")
                    .where(Signal.DEBT_OK_ADVANCE),
            Question.of("Why does the advert welcome debts or a criminal record, and whom would you owe afterwards?")
                    .said("debt_welcome"),
            Question.of("Why do they need identity papers, bank cards or codes before there is a contract?")
                    .where(Signal.IDENTITY_DOCS)
                    .said("codes_wanted"),
            Question.of("Why would you appear under another person's name, or another person under yours?")
                    .said("interview_proxy"),
            Question.of("Is this work legal where you live and where the office is?")
                    .where(Signal.TRADE_SLANG, Signal.GAMBLING_CONTEXT)
                    .said("scam_trade_slang", "drug_courier"),
            Question.of("Why does this pay so much more than the same work elsewhere, and who has really been paid?")
                    .where(Signal.HIGH_PAY_EASY, Signal.NO_SKILL)
                    .said("income_promise")
                    .or(Questions::paysFarAboveTypical),
            Question.of("Will you be paid into your bank account with a payslip, or only in cryptocurrency?")
                    .where(Signal.CRYPTO_PAY),
            Question.of("Whose money is traded or invested, and who bears the loss if it is gone?")
                    .said("crypto_team"),
            Question.of("Do you earn from the work itself, or from recruiting others and buying stock or courses?")
                    .where(Signal.MLM, Signal.REFERRAL_BOUNTY)
                    .said("recruiter_bounty"),
            Question.of("What exactly would customers expect of you, and can you say no?")
                    .said("hostess_lure"),
            Question.of("Can you take the contract home, show it to someone and answer in a week?")
                    .where(Signal.SECRECY, Signal.URGENCY, Signal.REASSURANCE)
                    .said("denies_scam"),
            Question.of("How did they get your name and number, if you never applied?")
                    .said("upfront_hire"),
            Question.of("Does the employer confirm this job on its own website, or by phone at a number you found"
                            + " yourself?")
                    .where(Signal.MESSAGING_ONLY_CONTACT)
                    .said("dm_for_details")
                    .or(Questions::leadsIntoAChat),
            Question.of("Whose number is this, if it is of neither the job's nor the employer's country?")
                    .or(reading -> CodeRelations.of(reading).leadsElsewhere()),
            Question.of(EMPLOYER).where(Signal.VAGUE_COMPANY).or(Questions::namesNoEmployer),
            Question.of("What do age, sex or looks have to do with this work?")
                    .where(Signal.AGE_SEX_LIMIT)
                    .or(Questions::limitsAgeOrSex),
            Question.of(WORK).where(Signal.DECOY_ROLE));

    private static final List<String> GENERAL =
            List.of(EMPLOYER, WORK, "What does the same work pay elsewhere, and what does the contract say?");

    private Questions() {}

    /** Every question that may be asked, once, as assessments hold it. */
    public static List<String> all() {
        return Stream.concat(BY_HARM.stream().map(Question::text), GENERAL.stream())
                .distinct()
                .toList();
    }

    /** Codes of the sayings that call for a question. */
    static Set<String> sayings() {
        return BY_HARM.stream().flatMap(question -> question.sayings().stream()).collect(Collectors.toSet());
    }

    /** From {@link #FEWEST} to {@link #MOST} questions that fit this posting, the one that may prevent most harm first. */
    static List<String> about(Reading reading) {
        Set<Signal> found = EnumSet.noneOf(Signal.class);
        reading.fields().forEach(field -> field.matches().stream()
                .filter(SignalFeatures::isScored)
                .forEach(match -> found.add(SignalFeatures.signalOf(match))));
        Set<String> said = new HashSet<>();
        reading.concepts().forEach(field -> field.stream()
                .filter(SignalFeatures::isSaid)
                .forEach(match -> said.add(Concepts.all().get(match.concept()).code())));
        Set<String> questions = new LinkedHashSet<>();
        BY_HARM.stream()
                .filter(question -> question.fits(reading, found, said))
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
