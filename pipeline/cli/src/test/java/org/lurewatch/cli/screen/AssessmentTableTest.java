package org.lurewatch.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.assess.AdvertLanguage;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.posting.IntakeNotes;

class AssessmentTableTest {
    private static final Optional<ScamType> NONE = Optional.empty();

    @Test
    void namesTheKindAndASecondOneBelow() {
        assertEquals(
                List.of(
                        "0.9000  likely scam   advance_fee                one",
                        "        may also be: task_scam",
                        "        that the verdict falls without these was not found"),
                rows(Verdict.LIKELY_SCAM, Optional.of(ScamType.ADVANCE_FEE), Optional.of(ScamType.TASK_SCAM)));
    }

    @Test
    void saysWhereTheKindOfASuspiciousPostingIsNotClear() {
        for (Verdict verdict : List.of(Verdict.LIKELY_SCAM, Verdict.UNSURE)) {
            assertEquals("kind not clear", kind(rows(verdict, Optional.empty(), Optional.empty())));
        }
    }

    @Test
    void givesNoKindToWhatIsNotSuspicious() {
        for (Verdict verdict : List.of(Verdict.NO_SIGN_FOUND, Verdict.ABOUT_SCAMS)) {
            List<String> rows = rows(verdict, Optional.empty(), Optional.empty());
            assertEquals("-", kind(rows));
            assertEquals(1, rows.size());
        }
    }

    private static String kind(List<String> rows) {
        return rows.get(0).substring(22, 48).strip();
    }

    @Test
    void saysWhereTheLanguageWasNeverMeasured() {
        assertEquals(
                "        written in Polish, in which this bundle was never measured",
                rows(Verdict.UNSURE, NONE, NONE, new AdvertLanguage(Optional.of("pl"), false))
                        .get(1));
        assertEquals(
                "        language not clear, so that the share of false alarms is not known",
                rows(Verdict.LIKELY_SCAM, NONE, NONE, AdvertLanguage.UNKNOWN).get(1));
        assertEquals(
                1,
                rows(Verdict.NO_SIGN_FOUND, NONE, NONE, AdvertLanguage.UNKNOWN).size());
    }

    private static List<String> rows(Verdict verdict, Optional<ScamType> kind, Optional<ScamType> other) {
        return rows(verdict, kind, other, new AdvertLanguage(Optional.of("en"), true));
    }

    private static List<String> rows(
            Verdict verdict, Optional<ScamType> kind, Optional<ScamType> other, AdvertLanguage language) {
        Assessment assessment = new Assessment(
                "one",
                "",
                0.9,
                verdict,
                kind,
                other,
                List.of(),
                Optional.empty(),
                List.of(),
                new BundleId("test", ""),
                PolicyChoice.DEFAULT,
                new Thresholds(0.5, 0.4, 0.8),
                language,
                Footprint.NONE,
                IntakeNotes.NONE);
        return new AssessmentTable(Terminal.NONE).row(assessment).lines().toList();
    }
}
