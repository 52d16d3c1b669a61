package org.lurewatch.trainer.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class RobustnessBenchTest {

    @Test
    void aDetectorThatLooksForOneWordLosesItsRecallToHomoglyphsAndNotToPadding() {
        List<String> lines = new RobustnessBench(subjects(Subjects.warnsOf("salary")), 1).lines();
        String target = lines.get(lines.size() - 1);
        assertTrue(target.contains("missed by homoglyphs"), target);
        assertTrue(!target.contains("padding"), target);
        assertTrue(lines.contains("target: no verdict on an honest advert moves: met"), lines.toString());
    }

    @Test
    void aDetectorThatSuspectsAPlaceIsFoundOut() {
        List<String> lines = new RobustnessBench(subjects(Subjects.warnsOf("Lagos")), 1).lines();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("target: no verdict") && line.contains("missed")));
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        List<Subject> subjects = subjects(Subjects.warnsOf("salary"));
        assertEquals(new RobustnessBench(subjects, 1).tree(), new RobustnessBench(subjects, 1).tree());
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
                    "scam " + i, Label.SCAM, "scams", detector, Map.of(PostingField.DESCRIPTION, "high salary " + i)));
            subjects.add(Subjects.of(
                    "honest " + i,
                    Label.LEGITIMATE,
                    "board",
                    detector,
                    Map.of(PostingField.DESCRIPTION, "baker wanted in Lagos, number " + i)));
        }
        return subjects;
    }
}
