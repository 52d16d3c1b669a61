package org.lurewatch.trainer.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.bench.subject.Subject;
import org.lurewatch.trainer.bench.subject.Subjects;
import org.lurewatch.trainer.measure.Bootstrap;

class RobustnessBenchTest {

    private static final Bootstrap DRAWS = new Bootstrap(200, 1);

    @Test
    void aDetectorThatLooksForOneWordLosesItsWarningsToMisspellingsAndNotToPadding() {
        List<String> notes = new RobustnessBench(subjects(Subjects.warnsOf("salary")), DRAWS).notes();
        String target = notes.get(notes.size() - 1);
        assertTrue(target.contains("misspelling"), target);
        assertFalse(target.contains("padding"), target);
        assertTrue(notes.contains("target: no verdict on an honest advert moves: met"), notes.toString());
    }

    @Test
    void aDetectorThatSuspectsAPlaceIsFoundOut() {
        List<String> notes = new RobustnessBench(subjects(Subjects.warnsOf("Lagos")), DRAWS).notes();
        assertTrue(notes.stream().anyMatch(line -> line.startsWith("target: no verdict") && line.contains("missed")));
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        List<Subject> subjects = subjects(Subjects.warnsOf("salary"));
        assertEquals(new RobustnessBench(subjects, DRAWS).tree(), new RobustnessBench(subjects, DRAWS).tree());
    }

    @Test
    void aWarningThatComesByTheAttackDoesNotMakeUpForALostOne() {
        List<Subject> subjects = new ArrayList<>(subjects(Subjects.warnsOf("high salary")));
        for (int i = 0; i < 20; i++) {
            subjects.add(lure("late " + i, Subjects.warnsOf("hgih"), "en", "high pay"));
        }
        JsonNode kept = attack(subjects, "misspelling").path("kept");
        JsonNode lures = attack(subjects, "misspelling").path("lures");
        assertEquals(20, kept.path("cases").asInt(), "those that were warned of before");
        assertTrue(kept.path("hits").asInt() < 20, kept.toString());
        assertTrue(
                lures.path("caughtAfter").asInt()
                        > lures.path("caughtKept").path("hits").asInt(),
                lures.toString());
        assertTrue(kept.path("low").asDouble() < kept.path("estimate").asDouble(), kept.toString());
    }

    @Test
    void luresThatCannotBePaddedAreCountedByLanguageAndLeftOut() {
        List<Subject> subjects = new ArrayList<>(subjects(Subjects.warnsOf("salary")));
        for (int i = 0; i < 3; i++) {
            subjects.add(lure("far " + i, Subjects.warnsOf("salary"), "sw-KE", "salary"));
        }
        JsonNode padding = attack(subjects, "honest padding");
        assertEquals(20, padding.path("kept").path("cases").asInt());
        assertEquals(3, padding.path("notPossible").path("sw").asInt());
        List<String> notes = new RobustnessBench(subjects, DRAWS).notes();
        assertTrue(
                notes.contains("honest padding was not possible on 3 lures, which are left out: sw 3"),
                notes.toString());
        assertEquals(
                23, attack(subjects, "misspelling").path("kept").path("cases").asInt());
    }

    @Test
    void whatAnAttackDoesNotChangeIsKept() {
        List<Subject> subjects = subjects(Subjects.warnsOf("salary"));
        JsonNode lures = attack(subjects, "near forms").path("lures");
        assertEquals(0, lures.path("changed").asInt());
        assertEquals(20, lures.path("warnedKept").path("cases").asInt());
        assertEquals(20, lures.path("warnedKept").path("hits").asInt());
        assertEquals(
                Math.pow(0.025, 1 / 20.0), lures.path("warnedKept").path("low").asDouble(), 1e-9, "20 of 20");
    }

    @Test
    void ourOwnWritingIsToldByFileOnlyBesideRealLures() {
        List<Subject> subjects = new ArrayList<>(subjects(Subjects.warnsOf("salary")));
        for (int i = 0; i < 5; i++) {
            subjects.add(Subjects.of(
                    "ours " + i,
                    Label.SCAM,
                    "pairs",
                    Subjects.warnsOf("salary"),
                    Map.of(PostingField.DESCRIPTION, "salary", PostingField.IN_LANGUAGE, "en")));
        }
        JsonNode row = attack(subjects, "description only");
        assertEquals(20, row.path("kept").path("cases").asInt());
        assertEquals(
                5,
                row.path("byFile")
                        .path("pairs")
                        .path("warnedKept")
                        .path("cases")
                        .asInt());
    }

    @Test
    void withoutWarningsTheTargetIsNotMet() {
        List<String> notes = new RobustnessBench(subjects(Subjects.warnsOf("nothing")), DRAWS).notes();
        assertTrue(notes.get(notes.size() - 1).endsWith("unknown, since no lure was warned of"), notes.toString());
    }

    @Test
    void movedVerdictsOfHonestAdvertsAreCounted() {
        List<Subject> subjects = subjects(Subjects.warnsOf("wanted in"));
        JsonNode moved = attack(subjects, "emoji").path("honest").path("moved");
        assertEquals(20, moved.path("cases").asInt());
        assertTrue(moved.path("hits").asInt() > 0, "an emoji between two words hides them");
    }

    private static Subject lure(String id, Detector detector, String language, String description) {
        return Subjects.of(
                id,
                Label.SCAM,
                "scams",
                detector,
                Map.of(PostingField.DESCRIPTION, description, PostingField.IN_LANGUAGE, language));
    }

    /** The attack at medium strength, as JSON has it. */
    private static JsonNode attack(List<Subject> subjects, String name) {
        JsonNode tree = new ObjectMapper().valueToTree(new RobustnessBench(subjects, DRAWS).tree());
        for (JsonNode attack : tree.path("attacks")) {
            if (attack.path("attack").asText().equals(name)
                    && attack.path("strength").asText().equals("medium")) {
                return attack;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void aPostingKeepsItsLastProse() {
        JobPosting posting = Subjects.describedAs("salary", "en").posting();
        assertEquals(Optional.empty(), FieldBench.without(posting, PostingField.INDUSTRY));
        JobPosting untitled = FieldBench.without(posting, PostingField.TITLE).orElseThrow();
        assertEquals(Optional.empty(), FieldBench.without(untitled, PostingField.DESCRIPTION));
    }

    private static List<Subject> subjects(Detector detector) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            subjects.add(Subjects.of(
                    "scam " + i,
                    Label.SCAM,
                    "scams",
                    detector,
                    Map.of(PostingField.DESCRIPTION, "high salary " + i, PostingField.IN_LANGUAGE, "en")));
            subjects.add(Subjects.of(
                    "honest " + i,
                    Label.LEGITIMATE,
                    "board",
                    detector,
                    Map.of(
                            PostingField.DESCRIPTION,
                            "baker wanted in Lagos, number " + i,
                            PostingField.IN_LANGUAGE,
                            "en")));
        }
        return subjects;
    }
}
