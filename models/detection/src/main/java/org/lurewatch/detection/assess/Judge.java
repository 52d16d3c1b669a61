package org.lurewatch.detection.assess;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.facts.Invitation;
import org.lurewatch.detection.facts.terms.Fee;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.features.Wording;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.posting.JobPosting;

/**
 * Reads a posting, scores it with a trained model and applies the policy. Where no piece of a posting speaks for a scam
 * there is nothing to ask about, however short and therefore uncertain it is. A saying that carries alone lifts the
 * log-odds over the line against a calm rest, and is credited with the lift. A description also counts without the
 * fields around it, and half of a suspicious one without the other half, at a discount, so that honest text around a
 * lure does not talk it away.
 * See RATIONALE.md, "A mock warning is an offer".
 */
final class Judge {
    /** How far over the line a saying lifts the log-odds that warns by itself. */
    private static final double CLEARLY = 0.1;

    /** Log-odds that a description loses when it is scored without the fields around it. */
    private static final double CORE_DISCOUNT = 1;

    /** Log-odds that half of a description loses. */
    private static final double HALF_DISCOUNT = 2;

    /** Kinds of protective sayings that a text without any word of warning must hold to be an advert. */
    private static final int FEWEST_PROTECTIVE = 2;

    private final PostingReader reader;
    private final ScamModel model;
    private final LinearHead ofCore;
    private final LinearHead ofHalf;
    private final WarningPolicy policy;

    /** Places in {@link SignalFeatures#NAMES} of the sayings that warn by themselves. */
    private final int[] sayingsAlone;

    Judge(PostingReader reader, ScamModel model, WarningPolicy policy) {
        this.reader = reader;
        this.model = model;
        this.ofCore = model.scam().shifted(-CORE_DISCOUNT);
        this.ofHalf = model.scam().shifted(-HALF_DISCOUNT);
        this.policy = policy;
        this.sayingsAlone = model.carriesAlone().stream()
                .mapToInt(code -> SignalFeatures.indexOf(SignalFeatures.SAID + code))
                .toArray();
    }

    ScoredPosting judge(JobPosting posting) {
        Reading reading = reader.read(posting);
        return judgeWithParts(reading, scored(reading, model.scam()), languageOf(reading));
    }

    /**
     * The same, but faster, for a posting that lacks some words of one that was judged before. It is still written in
     * that one's language, even if the words that are left no longer tell. Where its log-odds still reach a line, it
     * keeps that one's verdict without a closer look.
     */
    ScoredPosting judge(JobPosting posting, ScoredPosting alike, double line) {
        Reading whole = reader.read(posting, alike.whole());
        Scored scored = scored(whole, model.scam());
        return scored.logit() < line
                ? judgeWithParts(whole, scored, alike.language())
                : new ScoredPosting(whole, scored, alike.verdict(), alike.language(), Optional.empty());
    }

    private ScoredPosting judgeWithParts(Reading whole, Scored ofWhole, AdvertLanguage language) {
        ScoredPosting scored = judge(whole, ofWhole, language);
        if (scored.verdict() != Verdict.LIKELY_SCAM) {
            scored = stronger(scored, Parts.core(whole.posting()).stream(), ofCore);
        }
        if (scored.verdict() == Verdict.UNSURE) {
            scored = stronger(scored, Parts.halves(whole).stream(), ofHalf);
        }
        return withWindows(withoutWarning(scored));
    }

    /**
     * A text that warns of scams is an advert if it is one up to its first word of warning: many employers close with
     * such a warning.
     */
    private ScoredPosting withoutWarning(ScoredPosting whole) {
        return whole.verdict() == Verdict.ABOUT_SCAMS
                        && Parts.beforeWarning(whole.whole())
                                .map(part -> reader.read(part, whole.whole()))
                                .filter(part -> isAdvert(part, whole.language()))
                                .isPresent()
                ? whole.with(Verdict.NO_SIGN_FOUND)
                : whole;
    }

    /** Whether a text is neither suspicious nor about scams and says what employers say. */
    private boolean isAdvert(Reading part, AdvertLanguage language) {
        long protective = part.concepts().stream()
                .flatMap(List::stream)
                .filter(match -> SignalFeatures.isSaid(match)
                        && Concepts.all().get(match.concept()).kind() == Concept.Kind.PROTECTS)
                .map(ConceptMatch::concept)
                .distinct()
                .count();
        return protective >= FEWEST_PROTECTIVE
                && judge(part, scored(part, model.scam()), language).verdict() == Verdict.NO_SIGN_FOUND;
    }

    private ScoredPosting stronger(ScoredPosting before, Stream<JobPosting> parts, LinearHead head) {
        Scored strongest = strongest(before.whole(), before.scored(), parts, head);
        return strongest == before.scored() ? before : judge(before.whole(), strongest, before.language());
    }

    /** The part of a posting that scores highest, if that is more than it scored before. */
    private Scored strongest(Reading whole, Scored before, Stream<JobPosting> parts, LinearHead head) {
        return parts.map(part -> scored(reader.read(part, whole), head))
                .filter(scored -> scored.logit() > before.logit())
                .max(Comparator.comparingDouble(Scored::logit))
                .orElse(before);
    }

    /** A calm posting that holds a window which would be warned of, were its language measured, is asked about. */
    private ScoredPosting withWindows(ScoredPosting whole) {
        if (whole.verdict() != Verdict.NO_SIGN_FOUND) {
            return whole;
        }
        AdvertLanguage measured = new AdvertLanguage(whole.language().code(), true);
        boolean hidden = Windows.of(whole.whole()).stream()
                .map(reader::read)
                .anyMatch(window ->
                        judge(window, scored(window, model.scam()), measured).verdict() == Verdict.LIKELY_SCAM);
        return hidden ? asked(whole) : whole;
    }

    private static ScoredPosting asked(ScoredPosting calm) {
        Scored scored = calm.scored();
        ScoredPosting asked = new ScoredPosting(
                calm.whole(), scored, Verdict.UNSURE, calm.language(), Optional.of(scored.attribution()));
        return asked.reasons().isEmpty() ? calm : asked;
    }

    RawScore rawScore(JobPosting posting) {
        Reading reading = reader.read(posting);
        Scored whole = scored(reading, model.scam());
        Scored strongest = sayingAlone(whole.features()).isPresent()
                ? whole
                : strongest(reading, whole, Parts.core(posting).stream(), ofCore);
        boolean alone = sayingAlone(strongest.features()).isPresent();
        return new RawScore(alone ? Double.POSITIVE_INFINITY : strongest.logit(), reading.language());
    }

    private AdvertLanguage languageOf(Reading reading) {
        return new AdvertLanguage(
                reading.language(),
                reading.language().filter(model.languages()::isMeasured).isPresent());
    }

    private Scored scored(Reading reading, LinearHead scam) {
        Wording wording = TextFeatures.read(reading);
        FeatureVector features = new FeatureVector(wording.features(), SignalFeatures.of(reading));
        double learnt = scam.logit(features);
        OptionalInt alone = sayingAlone(features);
        double lift = alone.isEmpty() ? 0 : Math.max(0, policy.logitAt(policy.likely()) + CLEARLY - learnt);
        LinearHead head = lift == 0 ? scam : scam.lifted(alone.getAsInt(), lift);
        return new Scored(reading, wording, features, head, learnt + lift);
    }

    private ScoredPosting judge(Reading whole, Scored scored, AdvertLanguage language) {
        double logit = scored.logit();
        boolean suspicious = policy.score(logit) >= policy.unsure();
        Optional<Attribution> attribution = suspicious ? Optional.of(scored.attribution()) : Optional.empty();
        Verdict decided = policy.verdict(
                logit,
                attribution.map(parts -> logit - parts.weakSurplus()).orElse(logit),
                attribution.map(Attribution::start).orElse(logit),
                model.about().logit(scored.features()),
                scored.reading().facts().invitation() == Invitation.TO_PAID_WORK);
        boolean hides = decided == Verdict.ABOUT_SCAMS && suspicious && offersOnly(scored.reading());
        Verdict verdict = policy.inLanguage(language, hides ? Verdict.UNSURE : decided);
        ScoredPosting judgement = new ScoredPosting(whole, scored, verdict, language, attribution);
        boolean saysNothing = verdict == Verdict.UNSURE && judgement.reasons().isEmpty();
        return saysNothing ? judgement.with(Verdict.NO_SIGN_FOUND) : judgement;
    }

    /** Whether a text names pay or asks for money and reports nothing of others: "report any scam" makes it no report. */
    private static boolean offersOnly(Reading reading) {
        boolean offers = !reading.facts().pay().isEmpty()
                || reading.facts().fees().stream().anyMatch(fee -> fee.fact().direction() == Fee.Direction.ASKED);
        return offers
                && reading.fields().stream()
                        .flatMap(field -> field.matches().stream())
                        .noneMatch(PhraseMatch::reported)
                && reading.concepts().stream().flatMap(List::stream).noneMatch(ConceptMatch::reported);
    }

    /** The signal of the saying that warns by itself, if there is one. */
    Optional<String> alone(ScoredPosting judgement) {
        OptionalInt alone = sayingAlone(judgement.features());
        return alone.isPresent() ? Optional.of(SignalFeatures.NAMES.get(alone.getAsInt())) : Optional.empty();
    }

    /** The saying that warns by itself, if there is one. */
    private OptionalInt sayingAlone(FeatureVector features) {
        return Arrays.stream(sayingsAlone)
                .filter(index -> features.signals()[index] > 0)
                .findFirst();
    }
}
