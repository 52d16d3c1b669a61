package org.lurewatch.detection.assess;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.links.FootprintReader;
import org.lurewatch.detection.posting.JobPosting;

/**
 * Reads a posting, scores it with a trained model and explains the verdict.
 * See RATIONALE.md, "The base rate shifts the score, not the order".
 */
public final class ModelDetector implements Detector {
    private final ScamModel model;
    private final WarningPolicy policy;
    private final BundleId bundle;
    private final Judge judge;
    private final FlipSearch flipSearch;

    public ModelDetector(PostingReader reader, ScamModel model, WarningPolicy policy, BundleId bundle) {
        this.model = Objects.requireNonNull(model);
        this.policy = Objects.requireNonNull(policy);
        this.bundle = Objects.requireNonNull(bundle);
        this.judge = new Judge(Objects.requireNonNull(reader), model, policy);
        this.flipSearch = new FlipSearch(judge, policy);
    }

    @Override
    public Assessment assess(JobPosting posting) {
        ScoredPosting judgement = judge.judge(posting);
        Verdict verdict = judgement.verdict();
        boolean suspicious = verdict.isSuspicious();
        Optional<FlipSearch.Found> flip = flipSearch.find(judgement);
        int decisive = flip.map(FlipSearch.Found::count).orElse(0);
        List<Evidence> evidence = EvidenceChoice.of(suspicious ? allOf(judgement) : signalsOf(judgement), decisive);
        List<ScamType> kinds =
                suspicious && !evidence.isEmpty() ? ScamKinds.of(judgement.features(), model.type()) : List.of();
        return new Assessment(
                posting.identifier(),
                posting.source(),
                policy.score(judgement.logit()),
                verdict,
                kinds.stream().findFirst(),
                kinds.stream().skip(1).findFirst(),
                evidence,
                flip.map(found -> new Flip(found.verdict(), Math.max(0, found.count() - EvidenceChoice.MOST))),
                verdict == Verdict.UNSURE ? Questions.about(judgement.whole()) : List.of(),
                bundle,
                policy.choice(),
                policy.thresholds(judgement.language()),
                judgement.language(),
                FootprintReader.read(judgement.whole()),
                posting.notes(),
                judge.alone(judgement),
                Optional.empty());
    }

    /** What a posting scores before any line is drawn. */
    public RawScore rawScore(JobPosting posting) {
        return judge.rawScore(posting);
    }

    private static List<Piece> allOf(ScoredPosting judgement) {
        return judgement.attribution().orElseThrow().pieces();
    }

    /**
     * Where no sign was found, only named signals are shown: to find what single words added would take as long as the
     * score.
     */
    private List<Piece> signalsOf(ScoredPosting judgement) {
        return Attribution.ofSignals(judgement.reading(), judgement.features(), model.scam());
    }
}
