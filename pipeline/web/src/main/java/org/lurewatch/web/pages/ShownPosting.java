package org.lurewatch.web.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.bundle.LoadedBundle;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.web.api.Recollection;

/**
 * What a person is shown of one advert. Everything scraped in it is harmless as text.
 *
 * @param number from 1, among those that were pasted together
 * @param title how the advert begins
 * @param tone {@code danger}, {@code caution}, {@code calm} or {@code none}, for the looks
 * @param verdict in words
 * @param meaning what to make of the verdict
 * @param result the rest; empty where it could not be assessed
 */
public record ShownPosting(
        int number, String title, String tone, String verdict, String meaning, Optional<Result> result) {
    private static final int LONGEST_TITLE = 90;

    /**
     * What was found.
     *
     * @param score what the score means
     * @param kinds sentences about the kind of scam
     * @param fields the raw text
     * @param notes on how it was read
     * @param reasons the strongest first
     * @param flip what would change the verdict; empty where it is mild
     * @param pay beside the usual wage
     * @param questions to ask
     * @param language what is known of the language
     * @param measured whether the model was measured in that language
     * @param bundle what decided
     */
    public record Result(
            String score,
            List<Kind> kinds,
            List<Field> fields,
            List<String> notes,
            List<ShownReason> reasons,
            Optional<String> flip,
            List<PayComparison> pay,
            List<String> questions,
            String language,
            boolean measured,
            String bundle) {}

    /**
     * A kind of scam, or what is said instead.
     *
     * @param name what it is called, or the empty string
     * @param meaning a sentence
     */
    public record Kind(String name, String meaning) {}

    /**
     * A field of the advert.
     *
     * @param name what it is called
     * @param pieces its raw text with the evidence marked
     */
    public record Field(String name, List<MarkedText.Piece> pieces) {}

    static ShownPosting rejected(int number, RejectReason reason, PageWords words) {
        return new ShownPosting(
                number,
                "",
                "none",
                words.say("verdict.unreadable"),
                words.say("reject." + reason.name()),
                Optional.empty());
    }

    /** @param remembered what is known from other postings; empty where that could not be found out */
    static ShownPosting of(
            int number,
            JobPosting posting,
            Assessment assessment,
            Optional<List<Recollection>> remembered,
            LoadedBundle bundle,
            PageWords words) {
        List<ShownReason> reasons = new ArrayList<>();
        for (Evidence evidence : assessment.evidence()) {
            reasons.add(ShownReason.of(reasons.size() + 1, evidence, words));
        }
        for (Recollection each : remembered.orElse(List.of())) {
            reasons.add(ShownReason.of(reasons.size() + 1, each, words));
        }
        Verdict verdict = assessment.verdict();
        Result result = new Result(
                ScoreWords.of(assessment.score(), assessment.thresholds().baseRate(), words),
                verdict.isSuspicious() ? kinds(assessment.scamType(), assessment.otherScamType(), words) : List.of(),
                fields(posting, assessment.evidence(), words),
                notes(assessment, remembered.isPresent(), words),
                reasons,
                flip(assessment, words),
                PayComparison.of(bundle.read(posting).facts(), words),
                assessment.questions().stream().map(words::question).toList(),
                language(assessment, bundle.languages(), words),
                assessment.language().measured(),
                words.say(
                        "bundle.decided",
                        "version",
                        assessment.bundle().version(),
                        "digest",
                        assessment.bundle().digest().substring(0, 12)));
        return new ShownPosting(
                number,
                title(posting),
                tone(verdict),
                words.verdict(verdict),
                words.say("verdict." + verdict.name() + ".meaning"),
                Optional.of(result));
    }

    /** Name of the looks of a verdict. */
    static String tone(Verdict verdict) {
        return switch (verdict) {
            case LIKELY_SCAM -> "danger";
            case UNSURE -> "caution";
            case NO_SIGN_FOUND, ABOUT_SCAMS -> "calm";
        };
    }

    private static String title(JobPosting posting) {
        String text = posting.text(PostingField.TITLE)
                .or(() -> posting.text(PostingField.DESCRIPTION))
                .or(() -> posting.texts().values().stream().findFirst())
                .orElse("")
                .strip()
                .replaceAll("\\s+", " ");
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST_TITLE;
        return MarkedText.visible(fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE)) + "…");
    }

    static List<Kind> kinds(Optional<ScamType> type, Optional<ScamType> other, PageWords words) {
        if (type.isEmpty()) {
            return List.of(new Kind("", words.say("kind.unclear")));
        }
        List<Kind> kinds = new ArrayList<>();
        String code = type.get().code();
        kinds.add(new Kind(words.sentenceCase(words.kind(code)), words.say("kind." + code + ".meaning")));
        other.ifPresent(second -> kinds.add(new Kind("", words.say("kind.other", "kind", words.kind(second.code())))));
        return kinds;
    }

    private static List<Field> fields(JobPosting posting, List<Evidence> evidence, PageWords words) {
        Map<PostingField, List<MarkedText.Span>> spans = new EnumMap<>(PostingField.class);
        for (int i = 0; i < evidence.size(); i++) {
            Evidence reason = evidence.get(i);
            spans.computeIfAbsent(reason.field(), field -> new ArrayList<>())
                    .add(new MarkedText.Span(i + 1, reason.start(), reason.end(), reason.contribution() < 0));
        }
        List<Field> fields = new ArrayList<>();
        posting.texts()
                .forEach((field, raw) -> fields.add(new Field(
                        words.say("field." + field.wireName()),
                        MarkedText.pieces(raw, spans.getOrDefault(field, List.of())))));
        return fields;
    }

    private static List<String> notes(Assessment assessment, boolean remembers, PageWords words) {
        List<String> notes = new ArrayList<>();
        if (!assessment.notes().truncatedFields().isEmpty()) {
            notes.add(words.say("posting.cut"));
        }
        if (assessment.notes().textDamaged()) {
            notes.add(words.say("posting.damaged"));
        }
        if (!remembers) {
            notes.add(words.say("known.missing"));
        }
        return notes;
    }

    private static Optional<String> flip(Assessment assessment, PageWords words) {
        if (assessment.flip().isPresent()) {
            Flip flip = assessment.flip().get();
            return Optional.of(flip(words.verdict(flip.verdict()), flip.unlisted(), words));
        }
        return assessment.verdict().isSuspicious() ? Optional.of(words.say("flip.none")) : Optional.empty();
    }

    static String flip(String verdict, int unlisted, PageWords words) {
        return unlisted == 0
                ? words.say("flip.without", "verdict", verdict)
                : words.say("flip.unlisted", "verdict", verdict, "count", unlisted);
    }

    private static String language(Assessment assessment, LanguageCoverage coverage, PageWords words) {
        Optional<String> code = assessment.language().code();
        if (code.isEmpty()) {
            return words.say("language.unclear");
        }
        LanguageCoverage.Rows rows = coverage.rows().getOrDefault(code.get(), new LanguageCoverage.Rows(0, 0));
        return assessment.language().measured()
                ? words.say(
                        "language.measured",
                        "language",
                        words.languageName(code.get()),
                        "count",
                        rows.honest() + rows.lures())
                : words.say("language.unmeasured", "language", words.languageName(code.get()));
    }
}
