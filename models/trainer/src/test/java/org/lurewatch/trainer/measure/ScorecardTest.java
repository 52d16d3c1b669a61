package org.lurewatch.trainer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.lurewatch.intake.labels.Label;

/** One measurement, shown in three ways. */
class ScorecardTest {
    private static final String HOSTILE = "<script>alert(1)</script>|`\u202E\u001B[2J\"'&amp;";

    private final Measurement measurement = measurement("lures");

    @Test
    void textSaysWhatWasMeasured() {
        String text = String.join("\n", TextScorecard.lines(measurement));
        assertTrue(text.contains("| lures | 40 | 40 | 80 | 4.84 % | 1.000 (1.000 to 1.000) |"), text);
        assertTrue(text.contains("| everyday adverts | 0 | 100 | 0 |"), text);
        assertTrue(text.contains("### A day of 100,000 postings, 0.067 % of them scams"), text);
        assertTrue(text.contains("## Text only"), text);
    }

    @Test
    void jsonHasItsPropertiesInAStableOrder() throws IOException {
        String text = JsonScorecard.text(measurement);
        assertEquals(text, JsonScorecard.text(measurement("lures")));
        JsonNode root = new ObjectMapper().readTree(text);
        assertEquals(List.of("terms", "notes", "views"), names(root));
        JsonNode view = root.path("views").get(0);
        assertEquals(List.of("name", "by", "everyday", "days", "reaches"), names(view));
        JsonNode slice = view.path("by").path("file").get(1);
        assertEquals(List.of("name", "scams", "honest", "aboutScams", "groups", "statedAt", "figures"), names(slice));
        assertEquals("averagePrecision", names(slice.path("figures")).get(0));
        assertEquals(
                1, slice.path("figures").path("averagePrecision").path("low").asDouble());
    }

    @Test
    void theSameMeasurementGivesTheSamePage() {
        assertEquals(HtmlScorecard.page(measurement), HtmlScorecard.page(measurement("lures")));
    }

    @Test
    void thePageNeedsNothingElse() {
        Document page = Jsoup.parse(HtmlScorecard.page(measurement));
        assertEquals(7, page.select("figure > svg").size(), "five curves with all fields, two of a mere ranking");
        assertTrue(page.select("script, link, img, iframe, object, embed, image, use, foreignObject")
                .isEmpty());
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> {
                String value = attribute.getValue();
                assertFalse(value.contains("//"), attribute.html());
                assertFalse(attribute.getKey().startsWith("on"), attribute.html());
                assertTrue(!value.contains("url(") || value.contains("url(#"), attribute.html());
            });
        }
        assertFalse(page.select("style").html().contains("url"));
    }

    @Test
    void identifiersInThePageAreUnique() {
        List<String> ids =
                Jsoup.parse(HtmlScorecard.page(measurement)).select("[id]").eachAttr("id");
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void aHostileFileNameIsEscapedEverywhere() throws IOException {
        Measurement hostile = measurement(HOSTILE);
        String page = HtmlScorecard.page(hostile);
        Document parsed = Jsoup.parse(page);
        assertTrue(parsed.select("script").isEmpty());
        assertFalse(page.contains("\u001B") || page.contains("\u202E"));
        assertTrue(parsed.select("td").eachText().stream().anyMatch(cell -> cell.startsWith("<script>alert(1)")));
        assertTrue(parsed.select("svg text").eachText().stream().anyMatch(label -> label.contains("<script>alert")));

        for (String line : TextScorecard.lines(hostile)) {
            assertFalse(line.contains("\u001B") || line.contains("\u202E") || line.contains("<script"), line);
            if (line.startsWith("| &lt;script")) {
                assertTrue(line.contains("&lt;/script>\\|\\`\\\\u202E"), line);
            }
        }
        JsonNode root = new ObjectMapper().readTree(JsonScorecard.text(hostile));
        assertEquals(
                HOSTILE,
                root.path("views")
                        .get(0)
                        .path("by")
                        .path("file")
                        .get(0)
                        .path("name")
                        .asText());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Measurement measurement(String file) {
        Assumptions terms = new Assumptions(0.00067, 100_000, 3, Map.of("lures", 0.0484), new Bootstrap(200, 1));
        List<JudgedSample> outcomes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            outcomes.add(JudgedSamples.outcome(file, "en", "s" + i, Label.SCAM, 0.9 - i * 0.01));
            outcomes.add(JudgedSamples.outcome(file, "en", "h" + i, Label.LEGITIMATE, 0.4 - i * 0.01));
        }
        for (int i = 0; i < 100; i++) {
            outcomes.add(JudgedSamples.outcome("boards", "mul", "b" + i, Label.LEGITIMATE, 0.3 - i * 0.001));
        }
        View all = View.of("All fields", outcomes, EnumSet.of(Cut.FILE, Cut.LANGUAGE), terms);
        List<JudgedSample> ranked = outcomes.stream()
                .map(outcome ->
                        new JudgedSample(outcome.sample(), outcome.language(), outcome.score(), Optional.empty()))
                .toList();
        View ranking = View.of("Text only", ranked, EnumSet.of(Cut.FILE), terms);
        return new Measurement(terms, List.of(), List.of(all, ranking), List.of("A note."));
    }
}
