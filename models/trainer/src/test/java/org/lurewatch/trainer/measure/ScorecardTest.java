package org.lurewatch.trainer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.intake.labels.Label;

/** One measurement, shown in three ways. */
class ScorecardTest {
    private static final double PHONE = 420;
    private static final Pattern FIXED_WIDTH = Pattern.compile("(?<![a-z-])(?:min-)?width:\\s*([0-9.]+)px");
    private static final String HOSTILE = "<script>alert(1)</script>|`\u202E\u001B[2J\"'&amp;";

    private final Measurement measurement = measurement("lures");

    @Test
    void textSaysWhatWasMeasured() {
        String text = String.join("\n", TextScorecard.lines(measurement));
        assertTrue(text.contains("| lures | 40 | 40 | 80 | 4.84 % | 1.000 (0.912 to 1.000) |"), text);
        assertTrue(text.contains("| everyday adverts | 0 | 100 | 0 |"), text);
        assertTrue(text.contains("### A day of 100,000 postings, 0.067 % of them scams"), text);
        assertTrue(text.contains("## Text only"), text);
    }

    @Test
    void jsonHasItsPropertiesInAStableOrder() throws IOException {
        String text = JsonScorecard.text(measurement);
        assertEquals(text, JsonScorecard.text(measurement("lures")));
        JsonNode root = new ObjectMapper().readTree(text);
        assertEquals(List.of("terms", "run", "notes", "views", "errors"), names(root));
        JsonNode view = root.path("views").get(0);
        assertEquals(List.of("name", "by", "everyday", "days", "reaches"), names(view));
        JsonNode slice = view.path("by").path("file").get(1);
        assertEquals(List.of("name", "scams", "honest", "aboutScams", "groups", "statedAt", "figures"), names(slice));
        assertEquals("averagePrecision", names(slice.path("figures")).get(0));
        assertEquals(
                Math.pow(0.025, 1 / 40.0),
                slice.path("figures").path("averagePrecision").path("low").asDouble(),
                1e-9,
                "without exception in 40");
        assertEquals("2026-11-30T13:20:00Z", root.path("run").path("at").asText());
        assertEquals(
                "0123456789abcdef",
                root.path("run").path("bundle").path("digest").asText());
    }

    @Test
    void eachCardSaysWhenAndByWhichBundle() {
        String run = "Run on 2026-11-30 13:20 UTC, by bundle 7 with the digest 0123456789ab.";
        assertEquals(run, TextScorecard.lines(measurement).get(0));
        assertEquals(
                run,
                Jsoup.parse(HtmlScorecard.page(measurement)).select("h1 + p").text());
        assertEquals(
                "Run on 2026-11-30 13:20 UTC, by detectors that were trained for this run.",
                new Run(Instant.parse("2026-11-30T13:20:59Z"), Optional.empty()).words());
    }

    @Test
    void whatTwoScamsShowIsNotCalledCertain() throws IOException {
        List<JudgedSample> two = JudgedSamples.of("two", "en", "0.9s 0.8s 0.3h 0.2h 0.1h 0.1h 0.1h 0.1h 0.1h");
        Assumptions terms = new Assumptions(0.001, 1_000, 3, Map.of(), new Bootstrap(200, 1));
        View view = View.of("All", two, EnumSet.of(Cut.FILE), terms);
        Measurement few = new Measurement(
                terms, Optional.empty(), List.of(), List.of(view), List.of(Errors.of("All", two)), List.of());
        String text = String.join("\n", TextScorecard.lines(few));
        assertTrue(text.contains("| two | 2 | 7 | 9 | 22.2 % | too few (n = 2) | too few (n = 2) |"), text);
        assertFalse(text.contains("1.000 (1.000 to 1.000)"), text);
        assertTrue(
                text.contains("100 % (15.8 to 100)"), "two of two are a share, with the interval of a count: " + text);
        assertTrue(HtmlScorecard.page(few).contains("too few (n = 2)"));
        JsonNode precision = new ObjectMapper()
                .readTree(JsonScorecard.text(few))
                .path("views")
                .get(0)
                .path("by")
                .path("file")
                .get(0)
                .path("figures")
                .path("averagePrecision");
        assertTrue(precision.path("estimate").isNull() && precision.path("low").isNull(), precision.toString());
        assertEquals(2, precision.path("n").asInt());
    }

    @Test
    void chartsFitAPhone() {
        Document page = Jsoup.parse(HtmlScorecard.page(measurement));
        for (Element svg : page.select("svg")) {
            assertEquals("", svg.attr("width") + svg.attr("height"), "the page scales it");
            double width = Double.parseDouble(svg.attr("viewBox").split(" ")[2]);
            assertTrue(width <= PHONE, svg.attr("viewBox"));
        }
        for (Element element : page.select("[width]")) {
            assertTrue(Double.parseDouble(element.attr("width")) <= PHONE, element.outerHtml());
        }
        assertTrue(FIXED_WIDTH
                .matcher(page.select("style").html() + page.select("[style]").eachAttr("style"))
                .results()
                .allMatch(width -> Double.parseDouble(width.group(1)) <= PHONE));
        assertEquals(
                page.select("table").size(), page.select("div.wide > table").size(), "wide tables scroll");
        assertEquals("width=device-width", page.select("meta[name=viewport]").attr("content"));
    }

    @Test
    void theWorstErrorsAreListedWithTheirTextAndCounted() throws IOException {
        String text = String.join("\n", TextScorecard.lines(measurement));
        assertTrue(text.contains("## Errors. All fields"), text);
        Errors errors = measurement.errors().get(0);
        assertEquals(40, errors.scams());
        assertEquals(0, errors.scamsMissed(), "the lowest scam scores 0.51");
        assertEquals(140, errors.honest());
        assertEquals(0, errors.falseAlarms());

        List<JudgedSample> outcomes = new ArrayList<>();
        String hostile = "<b>free</b> | money\n" + "x".repeat(300);
        for (int i = 0; i < 30; i++) {
            outcomes.add(JudgedSamples.saying(hostile, "m" + i, Label.SCAM, 0.4 - i * 0.01));
            outcomes.add(JudgedSamples.saying("fine", "a" + i, Label.LEGITIMATE, 0.6 + i * 0.01));
            outcomes.add(JudgedSamples.saying("a copy", "a29", Label.LEGITIMATE, 0.95));
        }
        Errors many = Errors.of("Many", outcomes);
        assertEquals(30, many.scamsMissed());
        assertEquals(60, many.falseAlarms());
        assertEquals(Errors.MOST_LISTED, many.worstMisses().size());
        assertEquals("m29", many.worstMisses().get(0).group());
        assertEquals("a29", many.worstAlarms().get(0).group());
        assertEquals("a28", many.worstAlarms().get(1).group(), "one of each group");
        Assumptions terms = measurement.terms();
        Measurement listed = new Measurement(terms, Optional.empty(), List.of(), List.of(), List.of(many), List.of());
        Document page = Jsoup.parse(HtmlScorecard.page(listed));
        assertTrue(page.select("b").isEmpty());
        String cell = page.select("td:contains(<b>free)").get(0).text();
        assertTrue(cell.startsWith("<b>free</b> | money xxx") && cell.endsWith("x…"), cell);
        assertEquals(200, cell.length());
        assertTrue(TextScorecard.lines(listed).stream()
                .anyMatch(line -> line.contains("| &lt;b>free&lt;/b> \\| money xxx")));
        JsonNode json = new ObjectMapper()
                .readTree(JsonScorecard.text(listed))
                .path("errors")
                .get(0);
        assertEquals(60, json.path("falseAlarms").asInt());
        assertEquals(20, json.path("worstMisses").size());
        assertEquals(0.11, json.path("worstMisses").get(0).path("score").asDouble(), 1e-9);
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
        Run run = new Run(Instant.parse("2026-11-30T13:20:00Z"), Optional.of(new BundleId("7", "0123456789abcdef")));
        return new Measurement(
                terms,
                Optional.of(run),
                List.of(),
                List.of(all, ranking),
                List.of(Errors.of("All fields", outcomes)),
                List.of("A note."));
    }
}
