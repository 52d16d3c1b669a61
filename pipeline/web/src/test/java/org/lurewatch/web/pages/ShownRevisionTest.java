package org.lurewatch.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.warning.KnownPosting;
import org.lurewatch.detection.warning.OwnAssessment;
import org.lurewatch.detection.warning.SweepRule;
import org.lurewatch.detection.warning.WarningRule;
import org.lurewatch.web.view.StoredRevision;

class ShownRevisionTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final PageWords ENGLISH = PageWords.of(PageLanguage.ENGLISH);
    private static final StoredRevision FIRST = revision(1, "LIKELY_SCAM", 0.93, "c", null);

    @Test
    void whatHasChangedIsToldInWords() {
        StoredRevision second = revision(2, "UNSURE", 0.2, null, "reviewed: taken back");
        List<ShownRevision> shown =
                ShownRevision.all(List.of(revision(3, "UNSURE", 0.2, null, null), second, FIRST), ENGLISH);

        assertEquals(
                List.of("Verdict, kind, campaign and score are as before."),
                shown.get(0).changes());
        assertEquals(
                List.of(
                        "Reviewers took back what they had said of its campaign.",
                        "The verdict has changed; before it was “Likely a scam”.",
                        "It no longer belongs to a campaign.",
                        "The score fell from 93% to 20%."),
                shown.get(1).changes());
        assertEquals(List.of("The first warning."), shown.get(2).changes());
        assertEquals(Optional.of("c"), shown.get(2).campaign());
    }

    @ParameterizedTest
    @CsvSource({"UNSURE, true", "NO_SIGN_FOUND, false"})
    void aKindIsMissedOnlyWhereAScamIsFeared(String verdict, boolean missed) {
        StoredRevision unclear =
                new StoredRevision(2, AT, verdict, 0.93, Optional.empty(), Optional.of("c"), Optional.empty());
        List<String> changes =
                ShownRevision.all(List.of(unclear, FIRST), ENGLISH).get(0).changes();

        assertEquals(missed, changes.contains("The kind of scam is no longer clear."), changes::toString);
    }

    @Test
    void aReasonThatIsNotKnownStaysAsItIs() {
        ShownRevision shown = ShownRevision.all(
                        List.of(revision(2, "LIKELY_SCAM", 0.93, "c", "of \u202Eanother program"), FIRST), ENGLISH)
                .get(0);

        assertEquals(List.of(), shown.changes());
        assertFalse(shown.unread().contains("\u202E"));
        assertTrue(shown.unread().startsWith("of "));
    }

    /** What detection itself says. */
    static Stream<String> reasons() {
        OwnAssessment own = own(1, Verdict.LIKELY_SCAM);
        KnownPosting known = WarningRule.assessed(KnownPosting.first(0), own).known();
        Stream<Optional<String>> of = Stream.of(
                WarningRule.assessed(known, own(1, Verdict.NO_SIGN_FOUND))
                        .current()
                        .get()
                        .reason(),
                WarningRule.assessed(known, own(2, Verdict.NO_SIGN_FOUND))
                        .current()
                        .get()
                        .reason(),
                SweepRule.sweep(Verdict.LIKELY_SCAM, new BundleId("made, digest of", "0".repeat(64)), Optional.empty())
                        .revision()
                        .map(SweepRule.Revision::reason));
        Stream<Optional<String>> reviewed = Stream.of(Standing.values())
                .map(standing -> WarningRule.heard(known, Optional.empty(), Optional.of(standing))
                        .current()
                        .get()
                        .reason());
        Stream<String> campaigns = Stream.of(
                "two postings are by the same people",
                "another posting is by the same people",
                "two campaigns are by the same people",
                "reviewed: a scam",
                "reviewed: legitimate",
                "reviewed: disputed",
                "reviewed: about scams",
                "reviewed: taken back");
        return Stream.concat(Stream.concat(of, reviewed).map(Optional::orElseThrow), campaigns);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void whatTheStreamSaysIsToldInThePagesLanguage(String reason) {
        List<ShownRevision> shown =
                ShownRevision.all(List.of(revision(2, "LIKELY_SCAM", 0.93, "c", reason), FIRST), ENGLISH);

        assertEquals(1, shown.get(0).changes().size());
        assertEquals("", shown.get(0).unread(), reason);
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void theModelOfASweepIsNamed(PageLanguage language) {
        ShownRevision shown = ShownRevision.all(
                        List.of(revision(7, "UNSURE", 0.2, null, "history sweep with bundle 2026-11, digest 00ff")),
                        PageWords.of(language))
                .get(0);

        assertTrue(shown.changes().get(1).contains("2026-11")
                && !shown.changes().get(1).contains("00ff"));
    }

    private static StoredRevision revision(int number, String verdict, double score, String campaign, String reason) {
        return new StoredRevision(
                number,
                AT,
                verdict,
                score,
                Optional.of("task_scam"),
                Optional.ofNullable(campaign),
                Optional.ofNullable(reason));
    }

    private static OwnAssessment own(long text, Verdict verdict) {
        return new OwnAssessment(
                text,
                text,
                0.9,
                verdict,
                new Thresholds(0.00067, 0.3, 0.6),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
