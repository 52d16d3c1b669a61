package org.lurewatch.trainer.bench.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.bench.subject.Subject;
import org.lurewatch.trainer.bench.subject.Subjects;

class BorrowedTextTest {
    private static final Detector DETECTOR = Subjects.warnsOf("lure");
    private static final Subject LURE = subject("lure", Label.SCAM, "lure lure lure lure", DETECTOR);

    @Test
    void paddingIsAsLongAsItsShareSays() {
        HonestPadding padding = new HonestPadding(new Donors(honest(DETECTOR)));
        assertEquals(19 + 2 + 19, descriptionLength(padding.of(LURE, 1, new SplittableRandom(1))));
        assertEquals(19 + 2 + 57, descriptionLength(padding.of(LURE, 3, new SplittableRandom(1))));
        assertEquals(LURE.posting(), padding.of(LURE, 0, new SplittableRandom(1)));
    }

    @Test
    void nothingIsBorrowedFromWhatAnotherDetectorHoldsOut() {
        HonestPadding padding = new HonestPadding(new Donors(honest(Subjects.warnsOf("other"))));
        assertEquals(LURE.posting(), padding.of(LURE, 3, new SplittableRandom(1)));
    }

    @Test
    void nothingIsBorrowedFromTheSameGroup() {
        Subject twin = subject("lure", Label.LEGITIMATE, "honest", DETECTOR);
        HonestPadding padding = new HonestPadding(new Donors(List.of(twin)));
        assertEquals(LURE.posting(), padding.of(LURE, 3, new SplittableRandom(1)));
    }

    @Test
    void stuffingFillsEmptyFieldsAndLeavesTheOthers() {
        FieldStuffing stuffing = new FieldStuffing(new Donors(honest(DETECTOR)));
        JobPosting stuffed = stuffing.of(LURE, 1, new SplittableRandom(1));
        assertEquals("baking", stuffed.texts().get(PostingField.INDUSTRY));
        assertEquals(
                LURE.posting().texts().get(PostingField.DESCRIPTION),
                stuffed.texts().get(PostingField.DESCRIPTION));
        assertEquals(LURE.posting(), stuffing.of(LURE, 0, new SplittableRandom(1)));
    }

    @Test
    void theSameSeedBorrowsTheSame() {
        Donors donors = new Donors(honest(DETECTOR));
        for (Attack attack : Attacks.all(donors)) {
            for (Strength strength : Strength.values()) {
                assertEquals(attack.on(LURE, strength, 9), attack.on(LURE, strength, 9), attack.name());
            }
        }
    }

    @Test
    void strengthsGrow() {
        for (Attack attack : Attacks.all(new Donors(List.of()))) {
            assertTrue(attack.shares().get(Strength.LIGHT) < attack.shares().get(Strength.MEDIUM), attack.name());
            assertTrue(attack.shares().get(Strength.MEDIUM) < attack.shares().get(Strength.STRONG), attack.name());
        }
    }

    private static List<Subject> honest(Detector detector) {
        List<Subject> honest = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            honest.add(subject("honest " + i, Label.LEGITIMATE, "baker wanted in our shop " + i, detector));
        }
        return honest;
    }

    private static Subject subject(String id, Label label, String description, Detector detector) {
        return Subjects.of(
                id,
                label,
                "file",
                detector,
                label == Label.SCAM
                        ? Map.of(PostingField.DESCRIPTION, description)
                        : Map.of(PostingField.DESCRIPTION, description, PostingField.INDUSTRY, "baking"));
    }

    private static int descriptionLength(JobPosting posting) {
        return posting.texts().get(PostingField.DESCRIPTION).length();
    }
}
