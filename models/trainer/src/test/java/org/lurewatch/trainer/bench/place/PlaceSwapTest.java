package org.lurewatch.trainer.bench.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.bench.subject.Subject;
import org.lurewatch.trainer.bench.subject.Subjects;

class PlaceSwapTest {
    private static final PlaceSwap SWAP = new PlaceSwap(new Gazetteer());

    @Test
    void aCountryItsCityAndItsNationalityMoveTogether() {
        Subject subject = Subjects.describedAs("Nigerian driver wanted in Lagos, Nigeria.", "en");
        List<String> moved = descriptions(subject);
        assertTrue(moved.contains("French driver wanted in Lyon, France."), moved.toString());
        assertTrue(moved.contains("Cambodian driver wanted in Sihanoukville, Cambodia."), moved.toString());
    }

    @Test
    void namesMoveInTheirOwnLanguage() {
        assertTrue(
                descriptions(Subjects.describedAs("急徵客服，柬埔寨西哈努克港", "zh-Hant")).contains("急徵客服，法國里昂"));
        assertTrue(descriptions(Subjects.describedAs("Требуется водитель, Камбоджа", "ru"))
                .contains("Требуется водитель, Франция"));
        assertTrue(descriptions(Subjects.describedAs("รับสมัครงานที่กัมพูชา", "th"))
                .contains("รับสมัครงานที่ฝรั่งเศส"));
        assertTrue(descriptions(Subjects.describedAs("캄보디아에서 일하실 분", "ko")).contains("프랑스에서 일하실 분"));
    }

    @Test
    void capitalsStayCapitals() {
        assertTrue(descriptions(Subjects.describedAs("WORK IN CAMBODIA", "en")).contains("WORK IN FRANCE"));
    }

    @Test
    void partsOfWordsAreNoPlaces() {
        assertFalse(SWAP.namesPlace(Subjects.describedAs("Thaimassage, chiname, x@Chad.example", "en")));
    }

    @Test
    void placeFieldsMoveTooWithTheirNamesInTheText() {
        Subject subject = Subjects.of(
                "one",
                Label.LEGITIMATE,
                "file",
                Subjects.warnsOf("x"),
                Map.of(
                        PostingField.DESCRIPTION,
                        "Baker in Marburgtown.",
                        PostingField.ADDRESS_COUNTRY,
                        "DE",
                        PostingField.ADDRESS_LOCALITY,
                        "Marburgtown"));
        PlaceSwap.Moved moved = SWAP.moved(subject, 1, 5).get(0);
        String city = moved.place().name();
        assertEquals("Baker in " + city + ".", moved.posting().texts().get(PostingField.DESCRIPTION));
        assertEquals(city, moved.posting().texts().get(PostingField.ADDRESS_LOCALITY));
        assertEquals(moved.place().country(), moved.posting().texts().get(PostingField.ADDRESS_COUNTRY));
    }

    @Test
    void aPostingWithoutAPlaceGetsOne() {
        PlaceSwap.Moved moved =
                SWAP.moved(Subjects.describedAs("baker wanted", "en"), 1, 5).get(0);
        assertEquals("a in " + moved.place().name(), moved.posting().texts().get(PostingField.TITLE));
    }

    @Test
    void theSameSeedMovesToTheSamePlaces() {
        Subject subject = Subjects.describedAs("Driver in Lagos", "en");
        assertEquals(SWAP.moved(subject, 10, 5), SWAP.moved(subject, 10, 5));
        assertEquals(10, SWAP.moved(subject, 10, 5).size());
    }

    private static List<String> descriptions(Subject subject) {
        return SWAP.moved(subject, 100, 5).stream()
                .map(moved -> moved.posting().texts().get(PostingField.DESCRIPTION))
                .toList();
    }
}
