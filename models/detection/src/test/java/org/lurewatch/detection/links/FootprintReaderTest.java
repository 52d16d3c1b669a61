package org.lurewatch.detection.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class FootprintReaderTest {
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(List.of(
            Phrase.of(Signal.PLACE, "en", "Bangkok", false), Phrase.of(Signal.PLACE, "en", "Phnom Penh", false))));
    private static final String ADVERT =
            "We are looking for typists in Bangkok who answer messages of our guests for 900 dollars a month, with a"
                    + " room and three meals. Write to Anna on Telegram: @anna_work88";

    @Test
    void an_advert_with_other_particulars_has_the_same_sketch() {
        String again = ADVERT.replace("Bangkok", "Phnom Penh")
                .replace("900", "1,250")
                .replace("Anna", "Vera")
                .replace("@anna_work88", "@vera_hr_team");
        assertEquals(sketch(ADVERT), sketch(again));
    }

    @Test
    void the_employers_name_is_no_part_of_the_sketch() {
        assertEquals(
                footprint(ADVERT + " Join Golden Star Group.", "Golden Star Group")
                        .sketch(),
                footprint(ADVERT + " Join Silver Moon.", "Silver Moon").sketch());
    }

    @Test
    void emoji_spacing_and_signs_are_no_part_of_the_sketch() {
        assertEquals(
                sketch(ADVERT),
                sketch("\uD83D\uDCB0 " + ADVERT.replace(". ", "!!! \n\n ").replace(", ", " - ")));
    }

    @Test
    void a_reworded_advert_is_alike_and_another_one_is_not() {
        String reworded = ADVERT.replace("with a room and three meals", "we pay for the flat and for lunch");
        String other = "The city library hires a carpenter to mend shelves and doors. You bring your own tools and a"
                + " certificate of the guild; working hours are from eight to four, weekends are free.";
        assertTrue(TextSketch.similarity(
                        sketch(ADVERT).signature(), sketch(reworded).signature())
                > 0.5);
        assertTrue(
                TextSketch.similarity(sketch(ADVERT).signature(), sketch(other).signature()) < 0.2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "招聘线上客服人员，工作轻松，只需要会打字，公司提供住宿和一日三餐，机票由公司报销，欢迎年轻人加入我们的团队一起努力赚钱，待遇从优，表现好的还有奖金和分红",
                "รับสมัครแอดมินตอบแชตลูกค้า งานง่าย มีที่พักและอาหารสามมื้อ บริษัทออกค่าเดินทางให้ทั้งหมด สนใจทักมาได้เลย",
                "ត្រូវការបុគ្គលិកឆ្លើយសារអតិថិជន ការងារងាយស្រួល មានកន្លែងស្នាក់នៅ និងអាហារបីពេល ក្រុមហ៊ុនចេញថ្លៃធ្វើដំណើរទាំងអស់",
                "مطلوب موظفون للرد على رسائل الزبائن، العمل سهل، السكن وثلاث وجبات على الشركة، وتذكرة السفر مدفوعة بالكامل"
            })
    void texts_of_any_script_have_sketches(String text) {
        TextSketch sketch = sketch(text);
        assertEquals(TextSketcher.BANDS, sketch.bands().size());
        assertEquals(TextSketcher.BINS, sketch.signature().length());
        assertTrue(sketch.signature().chars().allMatch(unit -> unit < 256));
    }

    @Test
    void a_short_text_has_no_sketch() {
        assertEquals(TextSketch.NONE, sketch("Typists wanted, good pay, write to me"));
        assertEquals(TextSketch.NONE, sketch("0123456789 ".repeat(20)));
    }

    @Test
    void nothing_alike_has_no_similarity() {
        assertEquals(0, TextSketch.similarity("", ""));
        assertEquals(0, TextSketch.similarity("ab", "abc"));
        assertEquals(1, TextSketch.similarity("abc", "abc"), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.goldenstar-group.com/jobs/17, HOST:goldenstar-group.com",
        "https://bit.ly/3xYzAbC, HOST:bit.ly/3xyzabc",
        "https://www.facebook.com/golden.jobs, OTHER_MESSENGER:facebook.com/golden.jobs",
    })
    void a_web_address_recurs_by_host_or_on_sites_of_many_by_its_path(String address, String handle) {
        assertEquals(List.of(handle), handles("Apply at " + address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.indeed.com/viewjob?jk=1",
                "https://ie.jooble.org/desc/55",
                "https://maps.google.com/place/1",
                "https://bit.ly",
                "https://www.facebook.com"
            })
    void a_site_of_many_is_no_handle(String address) {
        assertEquals(List.of(), handles("Apply at " + address));
    }

    @Test
    void mailboxes_open_to_everybody_are_told_from_those_of_firms() {
        assertEquals(List.of("FREE_MAILBOX:annawork@gmail.com"), handles("Write to anna.work@gmail.com"));
        assertEquals(List.of("MAILBOX:hr@goldenstar-group.com"), handles("Write to hr@goldenstar-group.com"));
    }

    @Test
    void a_number_hidden_behind_noughts_is_no_handle() {
        assertEquals(List.of(), handles("Call +855 12 000 000 for an interview"));
        assertEquals(List.of("PHONE:+85512345000"), handles("Call +855 12 345 000 for an interview"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pay 9 000 - 11 000 zł, papers through the form",
                "Requisition ID 3125550143, apply on our site",
                "Call 345-6789 for the address",
                "Follow https://t.me/share/url?url=x and https://www.facebook.com/sharer/sharer.php?u=x",
                "Hello @everyone, ask @admin"
            })
    void what_strangers_share_is_no_handle(String text) {
        assertEquals(List.of(), handles(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call 0912 345 678 | PHONE:0912345678",
                "QQ 3390123 | QQ:3390123",
                "tg://resolve?domain=anna_work88 | TELEGRAM:anna_work88",
                "ask @anna\\_work88 | TELEGRAM:anna_work88"
            })
    void what_is_somebodys_own_is_a_handle(String text, String handle) {
        assertEquals(List.of(handle), handles(text));
    }

    @Test
    void an_employer_is_the_same_however_its_name_is_spelt() {
        long employer = footprint(ADVERT, "Golden Star Group").employer();
        assertEquals(employer, footprint(ADVERT, "GOLDEN-STAR  Group").employer());
        assertNotEquals(employer, footprint(ADVERT, "Golden Moon Group").employer());
        assertEquals(0, footprint(ADVERT, "...").employer());
    }

    @Test
    void a_sample_has_the_same_sketch_with_another_contact() {
        String again = ADVERT.replace("900", "1,250").replace("Anna", "Vera").replace("anna_work88", "vera_jobs77");

        assertEquals(sketchOfSample(ADVERT), sketchOfSample(again));
        assertNotEquals(sketchOfSample(ADVERT), sketchOfSample(ADVERT.replace("typists", "divers")));
        assertEquals(TextSketch.NONE, FootprintReader.sketch("Write to us"));
        assertEquals(TextSketch.NONE, FootprintReader.sketch(""));
    }

    private static String sketchOfSample(String text) {
        return FootprintReader.sketch(footprint(text, "").sample()).signature();
    }

    private static List<String> handles(String text) {
        return footprint(text, "").handles().stream()
                .map(handle -> handle.kind() + ":" + handle.value())
                .toList();
    }

    private static TextSketch sketch(String text) {
        return footprint(text, "").sketch();
    }

    private static Footprint footprint(String text, String employer) {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        texts.put(PostingField.DESCRIPTION, text);
        texts.put(PostingField.ORGANIZATION_NAME, employer);
        return FootprintReader.read(READER.read(new JobPosting("1", "test", texts, null, null)));
    }
}
