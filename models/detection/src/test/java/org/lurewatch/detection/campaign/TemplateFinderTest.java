package org.lurewatch.detection.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TemplateFinderTest {
    private static final List<String> LURES = List.of(
            "we hire chat assistants in bangkok, pay 900 usd per month, room and meals free. telegram: @anna_work88",
            "we hire chat assistants in manila, pay 1200 usd per month, room and meals free. telegram: @vera_team_hr",
            "we hire chat assistants in vientiane, pay 1500 usd per month, room and meals free. telegram: @li_office7");

    @Test
    void what_varies_becomes_a_slot_named_by_what_it_holds() {
        Template template = TemplateFinder.find(LURES).orElseThrow();
        assertEquals(
                "we hire chat assistants in {city}, pay {pay} usd per month, room and meals free. telegram: @{handle}",
                template.text());
        assertEquals(
                List.of("city", "pay", "handle"),
                template.slots().stream().map(Slot::kind).toList());
        assertEquals(List.of("900", "1200", "1500"), template.slots().get(1).examples());
    }

    @Test
    void words_without_spaces_have_templates_too() {
        Template template = TemplateFinder.find(List.of(
                        "公司招聘网店文员，月薪900美元，包吃包住，机票报销，联系王经理",
                        "公司招聘网店文员，月薪1200美元，包吃包住，机票报销，联系李经理",
                        "公司招聘网店文员，月薪2000美元，包吃包住，机票报销，联系陈经理"))
                .orElseThrow();
        assertTrue(template.text().startsWith("公司招聘网店文员，月薪"), template.text());
        assertEquals(2, template.slots().size());
        assertEquals("pay", template.slots().get(0).kind());
    }

    @Test
    void two_samples_are_no_template() {
        assertEquals(Optional.empty(), TemplateFinder.find(LURES.subList(0, 2)));
    }

    @Test
    void texts_with_little_in_common_have_no_template() {
        assertEquals(
                Optional.empty(),
                TemplateFinder.find(List.of(
                        "the library looks for a carpenter who mends shelves",
                        "pick strawberries with us from june on, tents are there",
                        "our clinic needs two nurses for the night, experience wanted")));
    }

    @Test
    void a_stranger_among_the_samples_is_left_out() {
        List<String> samples = List.of(
                LURES.get(0), "pick strawberries with us from june on, tents are there", LURES.get(1), LURES.get(2));
        assertEquals(TemplateFinder.find(LURES), TemplateFinder.find(samples));
    }

    @Property(tries = 200)
    void any_texts_are_looked_at_without_harm(@ForAll @Size(max = 10) List<String> samples) {
        Optional<Template> template = TemplateFinder.find(samples);
        template.ifPresent(found -> assertTrue(found.slots().size() <= 1_000));
    }
}
