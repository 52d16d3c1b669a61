package org.lurewatch.trainer.bench.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Subject LURE = subject("lure", Label.SCAM, "en", "lure lure lure lure");

    @Test
    void paddingIsAsLongAsItsShareSays() {
        HonestPadding padding = new HonestPadding(new Donors(honest("en")));
        assertEquals(19 + 2 + 19, descriptionLength(padding.of(LURE, 1, new SplittableRandom(1))));
        assertEquals(19 + 2 + 57, descriptionLength(padding.of(LURE, 3, new SplittableRandom(1))));
        assertEquals(Optional.of(LURE.posting()), padding.of(LURE, 0, new SplittableRandom(1)));
    }

    @Test
    void paddingStandsBehindTheDescriptionAndIsHonest() {
        HonestPadding padding = new HonestPadding(new Donors(honest("en")));
        String padded = padding.of(LURE, 1, new SplittableRandom(1))
                .flatMap(posting -> posting.text(PostingField.DESCRIPTION))
                .orElseThrow();
        assertEquals("lure lure lure lure\n\nbaker wanted in our", padded);
    }

    @Test
    void paddingCutsNoCharacterInTwo() {
        Donors donors = new Donors(List.of(subject("emoji", Label.LEGITIMATE, "en", "😀😀😀😀")));
        assertEquals(Optional.of("😀"), donors.text(LURE, 3, new SplittableRandom(1)));
    }

    @Test
    void aLanguageWithoutHonestTextLendsNone() {
        Donors donors = new Donors(honest("fr"));
        assertEquals(Optional.empty(), new HonestPadding(donors).of(LURE, 1, new SplittableRandom(1)));
        assertEquals(Optional.empty(), new FieldStuffing(donors).of(LURE, 1, new SplittableRandom(1)));
    }

    @Test
    void aRegionIsNoOtherLanguage() {
        Subject elsewhere = subject("lure", Label.SCAM, "en-IN", "lure");
        assertTrue(new Donors(honest("en-US"))
                .text(elsewhere, 10, new SplittableRandom(1))
                .isPresent());
    }

    @Test
    void nothingIsBorrowedFromTheSameGroup() {
        Subject twin = subject("lure", Label.LEGITIMATE, "en", "honest");
        HonestPadding padding = new HonestPadding(new Donors(List.of(twin)));
        assertEquals(Optional.empty(), padding.of(LURE, 3, new SplittableRandom(1)));
    }

    @Test
    void theOnlyAdvertThatMayLendIsFound() {
        List<Subject> donors = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            donors.add(subject("lure", Label.LEGITIMATE, "en", "twin"));
        }
        donors.add(subject("other", Label.LEGITIMATE, "en", "honest"));
        assertEquals(Optional.of("hon"), new Donors(donors).text(LURE, 3, new SplittableRandom(1)));
    }

    @Test
    void stuffingPutsSixHundredCharactersIntoEachEmptySideField() {
        Subject lure = Subjects.of(
                "lure",
                Label.SCAM,
                "file",
                DETECTOR,
                Map.of(
                        PostingField.DESCRIPTION, "lure",
                        PostingField.JOB_BENEFITS, "a car",
                        PostingField.IN_LANGUAGE, "en"));
        FieldStuffing stuffing = new FieldStuffing(new Donors(honest("en")));
        Map<PostingField, String> stuffed =
                stuffing.of(lure, 1, new SplittableRandom(1)).orElseThrow().texts();
        Set<PostingField> filled = EnumSet.copyOf(stuffed.keySet());
        filled.removeAll(lure.posting().texts().keySet());
        assertEquals(
                EnumSet.of(
                        PostingField.RESPONSIBILITIES,
                        PostingField.QUALIFICATIONS,
                        PostingField.EXPERIENCE_REQUIREMENTS,
                        PostingField.EDUCATION_REQUIREMENTS,
                        PostingField.EMPLOYER_OVERVIEW,
                        PostingField.EMPLOYMENT_TYPE,
                        PostingField.INDUSTRY,
                        PostingField.OCCUPATIONAL_CATEGORY),
                filled);
        filled.forEach(field -> assertEquals(600, stuffed.get(field).length(), field.wireName()));
        lure.posting().texts().forEach((field, text) -> assertEquals(text, stuffed.get(field), field.wireName()));
        assertEquals(Optional.of(lure.posting()), stuffing.of(lure, 0, new SplittableRandom(1)));
    }

    @Test
    void nothingButTheDescriptionIsLeft() {
        DescriptionOnly attack = new DescriptionOnly();
        assertEquals(
                Map.of(PostingField.DESCRIPTION, "lure lure lure lure"),
                attack.of(LURE, 1, new SplittableRandom(1)).orElseThrow().texts());
        Subject titled = Subjects.of("t", Label.SCAM, "file", DETECTOR, Map.of(PostingField.TITLE, "lure"));
        assertEquals(Optional.empty(), attack.of(titled, 1, new SplittableRandom(1)));
    }

    @Test
    void theSameSeedBorrowsTheSame() {
        Donors donors = new Donors(honest("en"));
        for (Attack attack : Attacks.all(donors)) {
            for (Strength strength : attack.shares().keySet()) {
                assertEquals(attack.on(LURE, strength, 9), attack.on(LURE, strength, 9), attack.name());
                assertTrue(attack.on(LURE, strength, 9).isPresent(), attack.name());
            }
        }
    }

    @Test
    void strengthsGrow() {
        for (Attack attack : Attacks.all(new Donors(List.of()))) {
            List<Double> shares =
                    new EnumMap<>(attack.shares()).values().stream().toList();
            assertEquals(shares.stream().distinct().sorted().toList(), shares, attack.name());
            assertTrue(attack.shares().containsKey(Strength.MEDIUM), attack.name());
        }
    }

    private static List<Subject> honest(String language) {
        List<Subject> honest = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            honest.add(subject("honest " + i, Label.LEGITIMATE, language, "baker wanted in our shop " + i));
        }
        return honest;
    }

    private static Subject subject(String id, Label label, String language, String description) {
        return Subjects.of(
                id,
                label,
                "file",
                DETECTOR,
                Map.of(PostingField.DESCRIPTION, description, PostingField.IN_LANGUAGE, language));
    }

    private static int descriptionLength(Optional<JobPosting> posting) {
        return posting.orElseThrow().texts().get(PostingField.DESCRIPTION).length();
    }
}
