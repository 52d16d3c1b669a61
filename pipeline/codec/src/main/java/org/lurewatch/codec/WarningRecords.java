package org.lurewatch.codec;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.lists.ListRule;
import org.lurewatch.detection.warning.CurrentWarning;
import org.lurewatch.detection.warning.EarlierWarning;
import org.lurewatch.detection.warning.Ground;
import org.lurewatch.detection.warning.WarningVersion;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.Flip;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TrustedClasses;

/** Warnings, converted between Avro and the domain's types. */
public final class WarningRecords {
    static {
        TrustedClasses.register();
    }

    private WarningRecords() {}

    /** A warning that was sent, with what a sweep or a replay needs of it. */
    public static EarlierWarning toDomain(ScamWarning warning) {
        return new EarlierWarning(
                warning.getRevision(),
                toDomain(warning.getVerdict()),
                warning.getScore(),
                Optional.ofNullable(warning.getOwnScore()),
                warning.getEvidence().stream()
                        .anyMatch(evidence -> evidence.getField().isEmpty()
                                || evidence.getSignal().startsWith(ListRule.SIGNALS)),
                Optional.ofNullable(warning.getCampaignId()));
    }

    /** What distinguishes the warnings of one posting from each other. */
    private static WarningVersion version(ScamWarning warning) {
        return new WarningVersion(warning.getRevision(), warning.getAssessedAt());
    }

    /** The one of two warnings of a posting that holds: the second of two that are equal, and where the first is null. */
    public static ScamWarning newer(@Nullable ScamWarning one, ScamWarning other) {
        return one != null && version(one).isNewerThan(version(other)) ? one : other;
    }

    /**
     * The warning that is sent.
     *
     * @param own the posting's own assessment
     */
    public static ScamWarning toAvro(CurrentWarning current, ScamWarning own) {
        ScamWarning warning = Copies.of(own, new ScamWarning());
        warning.setRevision(current.revision());
        warning.setRevisionReason(current.reason().orElse(null));
        warning.setScore(current.score());
        warning.setVerdict(toAvro(current.verdict()));
        warning.setScamType(current.scamType().orElse(null));
        warning.setOtherScamType(current.otherScamType().orElse(null));
        warning.setCampaignId(current.campaign().orElse(null));
        warning.setEvidence(current.grounds().stream()
                .map(ground -> evidence(ground, own.getEvidence()))
                .toList());
        warning.setFlip(current.flip().map(WarningRecords::toAvro).orElse(null));
        return warning;
    }

    /** A verdict. */
    public static Verdict toDomain(org.lurewatch.schemas.Verdict verdict) {
        return Verdict.valueOf(verdict.name());
    }

    static org.lurewatch.schemas.Verdict toAvro(Verdict verdict) {
        return org.lurewatch.schemas.Verdict.valueOf(verdict.name());
    }

    static Flip toAvro(org.lurewatch.detection.assess.Flip flip) {
        return new Flip(toAvro(flip.verdict()), flip.unlisted());
    }

    private static Evidence evidence(Ground ground, List<Evidence> own) {
        if (ground instanceof Ground.Own reason) {
            Evidence evidence = Copies.of(own.get(reason.place()), new Evidence());
            evidence.setDecisive(reason.decisive());
            return evidence;
        }
        Ground.Outside outside = (Ground.Outside) ground;
        return Evidence.newBuilder()
                .setSignal(outside.signal())
                .setField("")
                .setStart(0)
                .setEnd(0)
                .setQuote("")
                .setPhrase(outside.text())
                .setContribution(outside.contribution())
                .setSource(outside.source())
                .setDecisive(outside.decisive())
                .build();
    }
}
