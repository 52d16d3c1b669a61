package org.lurewatch.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.AdvertLanguage;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.posting.IntakeNotes;
import org.lurewatch.detection.posting.PostingField;

class AssessmentJsonTest {
    private static final BundleId BUNDLE = new BundleId("2026.11", "abc");
    private static final Thresholds THRESHOLDS = new Thresholds(0.001, 0.3, 0.6);

    @Test
    void writesThePropertiesInTheirOrder() {
        Evidence evidence = new Evidence(
                "fee_deposit",
                "O01",
                "FTC",
                PostingField.DESCRIPTION,
                10,
                17,
                "deposit",
                "pay a deposit",
                "en",
                1,
                0.31,
                true);
        Assessment assessment = new Assessment(
                "a-1",
                "board",
                0.75,
                Verdict.LIKELY_SCAM,
                Optional.of(ScamType.ADVANCE_FEE),
                Optional.of(ScamType.TASK_SCAM),
                List.of(evidence),
                Optional.of(new Flip(Verdict.UNSURE, 2)),
                List.of(),
                BUNDLE,
                PolicyChoice.DEFAULT,
                THRESHOLDS,
                new AdvertLanguage(Optional.of("pt"), true),
                Footprint.NONE,
                IntakeNotes.NONE);
        assertEquals(
                "{\"postingId\":\"a-1\",\"source\":\"board\",\"score\":0.75,\"verdict\":\"LIKELY_SCAM\",\"scamType\":\"advance_fee\",\"otherScamType\":\"task_scam\",\"campaignId\":null,"
                        + "\"evidence\":[{\"signal\":\"fee_deposit\",\"indicator\":\"O01\",\"source\":\"FTC\",\"field\":\"description\",\"start\":10,\"end\":17,\"quote\":\"deposit\",\"phrase\":\"pay a deposit\",\"language\":\"en\",\"edits\":1,\"contribution\":0.31,\"decisive\":true}],"
                        + "\"flip\":{\"verdict\":\"UNSURE\",\"unlisted\":2},"
                        + "\"language\":\"pt\",\"languageMeasured\":true,"
                        + "\"bundle\":{\"version\":\"2026.11\",\"digest\":\"abc\"}}",
                AssessmentJson.line(assessment));
    }

    @Test
    void comesWithQuestionsOnlyWhereUnsure() {
        assertEquals(
                "{\"postingId\":\"a\",\"source\":\"\",\"score\":0.5,\"verdict\":\"UNSURE\",\"scamType\":null,\"otherScamType\":null,\"campaignId\":null,\"evidence\":[],\"flip\":null,"
                        + "\"questions\":[\"Who pays?\"],\"language\":null,\"languageMeasured\":false,"
                        + "\"bundle\":{\"version\":\"2026.11\",\"digest\":\"abc\"}}",
                AssessmentJson.line(assessment("a", 0.5, Verdict.UNSURE)));
        assertFalse(
                AssessmentJson.line(assessment("a", 0.5, Verdict.NO_SIGN_FOUND)).contains("questions"));
    }

    @Test
    void saysHowThePostingWasTakenInWhereThatIsWorthSaying() {
        String line = AssessmentJson.line(assessment(
                "a", 0.5, Verdict.NO_SIGN_FOUND, new IntakeNotes("digest", Set.of("title", "description"), true)));
        assertTrue(
                line.contains("\"languageMeasured\":false,\"identifierFrom\":\"digest\","
                        + "\"truncatedFields\":[\"description\",\"title\"],\"textDamaged\":true,\"bundle\""),
                line);
    }

    @Test
    void escapesWhatCouldDeceiveATerminal() {
        String line = AssessmentJson.line(assessment("\u001B[2J\u202Ea\u009B\u200B\u2028\u007F漢😀", 0, Verdict.UNSURE));
        assertEquals(
                "{\"postingId\":\"\\u001B[2J\\u202Ea\\u009B\\u200B\\u2028\\u007F漢😀\"",
                line.substring(0, line.indexOf(',')));
    }

    @Property
    void anyIdentifierAndScoreReadBackTheSame(@ForAll String id, @ForAll @DoubleRange(min = 0, max = 1) double score)
            throws JsonProcessingException {
        String line = AssessmentJson.line(assessment(id, score, Verdict.NO_SIGN_FOUND));
        assertEquals(id, new ObjectMapper().readTree(line).get("postingId").asText());
        assertEquals(
                Double.doubleToLongBits(score),
                Double.doubleToLongBits(
                        new ObjectMapper().readTree(line).get("score").asDouble()));
        assertEquals(1, line.lines().count());
    }

    private static Assessment assessment(String id, double score, Verdict verdict) {
        return assessment(id, score, verdict, IntakeNotes.NONE);
    }

    private static Assessment assessment(String id, double score, Verdict verdict, IntakeNotes notes) {
        return new Assessment(
                id,
                "",
                score,
                verdict,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of("Who pays?"),
                BUNDLE,
                PolicyChoice.DEFAULT,
                THRESHOLDS,
                AdvertLanguage.UNKNOWN,
                Footprint.NONE,
                notes);
    }
}
