package org.lurewatch.trainer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.trainer.compare.ScreenedScores;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.data.SampleFiles;
import org.lurewatch.trainer.measure.Unseen.Averaged;
import org.lurewatch.trainer.measure.Unseen.Caught;
import org.lurewatch.trainer.measure.Unseen.Over;
import org.lurewatch.trainer.measure.Unseen.Part;
import org.lurewatch.trainer.measure.Unseen.Share;

/**
 * The measure on three small files whose figures are worked out by hand. Sites of boards: alpha has 10 adverts (1 warned
 * of, 1 asked about), beta 40 (2 and 4), and gamma, delta and epsilon together 12 (3 and 3). Chats gather the sources tg,
 * sms and forum; quoted is of one source.
 */
class UnseenTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/lurewatch/trainer/measure/unseen");
    private static final double EXACT = 1e-12;

    private static List<JudgedSample> judged;
    private static Unseen unseen;

    @BeforeAll
    static void measure() throws IOException {
        judged = judged("boards", "chats", "quoted");
        unseen = Unseen.of("unseen", everyWay(judged));
    }

    @Test
    void eachSiteCountsAlikeAndSmallOnesAreOne() {
        assertTrue(unseen.ofSites());
        assertEquals(
                List.of(
                        new Share("(small)", 12, 3.0 / 12, 3.0 / 12),
                        new Share("alpha", 10, 1.0 / 10, 1.0 / 10),
                        new Share("beta", 40, 2.0 / 40, 4.0 / 40)),
                unseen.sites().groups());
        assertEquals(62, unseen.sites().rows());
        assertEquals((0.25 + 0.1 + 0.05) / 3, unseen.sites().likely(), EXACT);
        assertEquals((0.25 + 0.1 + 0.1) / 3, unseen.sites().unsure(), EXACT);
    }

    @Test
    void eachLanguageCountsAlike() {
        assertEquals(
                List.of(
                        new Share("(small)", 12, 3.0 / 12, 3.0 / 12),
                        new Share("en", 10, 1.0 / 10, 1.0 / 10),
                        new Share("zh-TW", 16, 1.0 / 16, 2.0 / 16),
                        new Share("zh-Hans", 24, 1.0 / 24, 2.0 / 24)),
                unseen.languages().groups());
        assertEquals((0.25 + 0.1 + 1.0 / 16 + 1.0 / 24) / 4, unseen.languages().likely(), EXACT);
    }

    @Test
    void aDescriptionOfFortyWordsIsNotBriefAndAMissingOneIs() {
        assertEquals(61, unseen.brief().rows());
        assertEquals(5.0 / 61, unseen.brief().likely(), EXACT);
        assertEquals(8.0 / 61, unseen.brief().unsure(), EXACT);
    }

    /** Three sites: an advert of beta weighs 1/120, one of alpha 1/30. The highest scores are 0.99 of beta, 0.90 of alpha. */
    @Test
    void linesWeighAdvertsBySite() {
        assertEquals(List.of(new Unseen.Line(0.01, 0.90), new Unseen.Line(0.003, 0.99)), unseen.lines());
    }

    @Test
    void aKindIsRightWhereOneOfThoseToldIsTheLabels() {
        List<JudgedSample> scams = List.of(
                told(Optional.of(ScamType.TASK_SCAM), ScamType.TASK_SCAM),
                told(Optional.of(ScamType.TASK_SCAM), ScamType.ADVANCE_FEE, ScamType.TASK_SCAM),
                told(Optional.of(ScamType.TASK_SCAM), ScamType.ADVANCE_FEE),
                told(Optional.of(ScamType.TASK_SCAM)),
                told(Optional.empty(), ScamType.TASK_SCAM));
        Caught caught = Caught.of("chats", Label.SCAM, scams, List.of());
        assertEquals(3, caught.named());
        assertEquals(2.0 / 3, caught.right(), EXACT);
        assertEquals(0, file("chats", Label.SCAM).named());
        assertTrue(Double.isNaN(file("chats", Label.SCAM).right()));
    }

    private static JudgedSample told(Optional<ScamType> ofLabel, ScamType... kinds) {
        JudgedSample plain = JudgedSamples.outcome("chats", "en", "g", Label.SCAM, 0.9);
        LabelledPosting labelled =
                new LabelledPosting(plain.sample().labelled().posting(), Label.SCAM, ofLabel, "g", "", "");
        return new JudgedSample(new Sample(labelled, "chats"), "en", plain.score(), plain.verdict(), List.of(kinds));
    }

    @Test
    void luresAreCountedOverTheLinesByRowSourceAndLanguage() {
        Caught lures = file("chats", Label.SCAM);
        assertEquals(25, lures.rows());
        assertEquals(3, lures.sources());
        assertEquals(3, lures.languages());
        assertEquals(15.0 / 25, lures.likely(), EXACT);
        assertEquals(2.0 / 25, lures.unsure(), EXACT);
        // A score at the line is not over it: 8 of tg, 4 of sms, 1 of forum; ru 8 of 10, en 4 of 10, uk and vi 1 of 5.
        assertOver(
                13.0 / 25,
                (8.0 / 12 + 4.0 / 10 + 1.0 / 3) / 3,
                (0.8 + 0.4 + 0.2) / 3,
                lures.over().get(0));
        assertOver(
                8.0 / 25,
                (5.0 / 12 + 2.0 / 10 + 1.0 / 3) / 3,
                (0.5 + 0.2 + 0.2) / 3,
                lures.over().get(1));
        Caught quoted = file("quoted", Label.SCAM);
        assertEquals(1, quoted.sources());
        assertOver(2.0 / 3, 2.0 / 3, 2.0 / 3, quoted.over().get(0));
        assertOver(1.0 / 3, 1.0 / 3, 1.0 / 3, quoted.over().get(1));
        Caught about = file("chats", Label.ABOUT_SCAMS);
        assertEquals(1.0 / 2, about.likely(), EXACT);
        assertOver(1.0 / 2, 1.0 / 2, 1.0 / 2, about.over().get(0));
        assertFalse(unseen.files().stream().anyMatch(caught -> caught.name().equals("boards")));
    }

    @Test
    void honestMessagesAmongLuresAreToldBySource() {
        Caught honest = file("chats", Label.LEGITIMATE);
        assertEquals(2.0 / 12, honest.likely(), EXACT);
        assertOver(
                2.0 / 12,
                (1.0 / 10 + 1.0 / 2) / 2,
                (1.0 / 10 + 1.0 / 2) / 2,
                honest.over().get(0));
        assertEquals(
                List.of(new Share("(small)", 2, 1.0 / 2, 0), new Share("tg", 10, 1.0 / 10, 2.0 / 10)),
                unseen.messages().groups());
        assertEquals(0.3, unseen.messages().likely(), EXACT);
        assertEquals(0.1, unseen.messages().unsure(), EXACT);
    }

    @Test
    void advertsAndLuresAreToldByWhatTheyAreLike() {
        assertPart("contact", "with", 0, 12);
        assertPart("contact", "without", 62, 13);
        assertPart("pay", "with", 40, 10);
        assertPart("labels", "with", 10, 0);
        assertPart("inLanguage", "without", 5, 0);
        assertPart("script", "Cyrl", 3, 12);
        assertPart("script", "Hani", 40, 0);
        assertPart("length", "up to 10 words", 60, 25);
        assertPart("length", "31 to 100 words", 2, 0);
        Part contact = part("contact", "with");
        assertEquals(10.0 / 12, contact.lures().likely(), EXACT);
        assertEquals(8.0 / 12, contact.lures().over().get(0).rows(), EXACT);
        assertTrue(Double.isNaN(contact.honest().likely()));
        Part labels = part("labels", "with");
        assertEquals(1.0 / 10, labels.honest().likely(), EXACT);
    }

    @Test
    void whatWasReadWithoutSomeFieldsIsMeasuredAtLinesOfItsOwn() {
        Part whole = part("read", "all fields");
        Part described = part("read", "description only");
        assertEquals(62, whole.honest().rows());
        assertEquals(59, described.honest().rows(), "delta has no description");
        assertEquals(0.25, whole.honest().groups().get(0).likely(), EXACT);
        assertEquals(2.0 / 9, described.honest().groups().get(0).likely(), EXACT);
        assertEquals(
                13.0 / 25, described.lures().over().get(0).rows(), EXACT, "all scores are halved, and so is the line");
        assertEquals(
                13.0 / 25,
                part("read", "without its language").lures().over().get(0).rows(),
                EXACT);
    }

    @Test
    void fiveGroupsAreNamedAndOnlyThoseWhereSomethingWasSaid() {
        List<JudgedSample> adverts = new ArrayList<>();
        for (int site = 0; site < 8; site++) {
            for (int i = 0; i < 10; i++) {
                adverts.add(JudgedSamples.outcome(
                        "f" + site, "en", site + "-" + i, Label.LEGITIMATE, i < site ? 0.9 : 0.1));
            }
        }
        Averaged sites = Unseen.of("u", Outcomes.of(adverts)).sites();
        assertEquals(
                List.of("f7", "f6", "f5", "f4", "f3"),
                sites.worst().stream().map(Share::name).toList());
        Averaged calm = Unseen.of("u", Outcomes.of(adverts.subList(0, 20))).sites();
        assertEquals(List.of("f1"), calm.worst().stream().map(Share::name).toList());
    }

    @Test
    void withoutAFileThatGathersSitesEachFileCountsAsOne() throws IOException {
        Unseen files = Unseen.of("u", Outcomes.of(judged("chats", "quoted")));
        assertFalse(files.ofSites());
        assertEquals(13, files.sites().rows());
        assertEquals(
                List.of("(small)", "tg"),
                files.sites().groups().stream().map(Share::name).toList());
        assertEquals(25, part(files, "read", "all fields").lures().rows(), "lures of sources");
        Unseen quoted = Unseen.of("u", Outcomes.of(judged("quoted")));
        assertEquals(3, part(quoted, "read", "all fields").lures().rows(), "all scams");
    }

    @Test
    void withoutHonestPostingsThereIsNoLine() {
        List<JudgedSample> scams = JudgedSamples.of("f", "en", "0.9s 0.4s");
        Unseen none = Unseen.of("u", Outcomes.of(scams));
        assertEquals(List.of(), none.lines());
        assertEquals(List.of(), none.files().get(0).over());
        assertTrue(Double.isNaN(none.sites().likely()));
        assertTrue(
                new UnseenMeter(Outcomes.of(scams)).figures().keySet().equals(EnumSet.of(UnseenFigure.LURES_WARNED)));
    }

    @Test
    void theScorecardsShowItFirst() throws IOException {
        Assumptions terms = new Assumptions(0.001, 1_000, 3, Map.of(), new Bootstrap(200, 1));
        View view = View.of("All fields", judged, EnumSet.of(Cut.FILE), terms);
        Measurement measurement =
                new Measurement(terms, Optional.empty(), List.of(unseen), List.of(view), List.of(), List.of());
        String text = String.join("\n", TextScorecard.lines(measurement));
        assertTrue(text.indexOf("## unseen") < text.indexOf("## All fields"), text);
        assertTrue(
                text.contains("| adverts, each site alike | 62 | 3 | 13.3 % | 15.0 % | (small) 25.0 % + 25.0 % of 12,"
                        + " alpha 10.0 % + 10.0 % of 10, beta 5.00 % + 10.0 % of 40 |"),
                text);
        assertTrue(
                text.contains("| chats | scam | 25 | 3 | 60.0 % | 8.00 % | 52.0 % | 46.7 % | 46.7 % | 32.0 % | 31.7 %"
                        + " | 30.0 % |"),
                text);
        assertTrue(text.contains("| contact | with | 0 | – | – | 12 | 83.3 % | 8.33 % | 66.7 % | 41.7 % |"), text);

        JsonNode root = new ObjectMapper().readTree(JsonScorecard.text(measurement));
        List<String> names = new ArrayList<>();
        root.fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("terms", "notes", "unseen", "views"), names);
        JsonNode json = root.path("unseen").get(0);
        assertEquals(3, json.path("sites").path("groups").size());
        assertEquals(0.9, json.path("lines").get(0).path("score").asDouble());
        assertTrue(json.path("parts").get(0).path("honest").path("likely").isNumber());

        Document page = Jsoup.parse(HtmlScorecard.page(measurement));
        assertEquals(List.of("unseen", "All fields"), page.select("h2").eachText());
        assertTrue(
                page.select("h2 + h3").first().text().equals("Honest postings"),
                page.select("h3").eachText().toString());
    }

    private static void assertOver(double rows, double bySource, double byLanguage, Over over) {
        assertEquals(rows, over.rows(), EXACT);
        assertEquals(bySource, over.bySource(), EXACT);
        assertEquals(byLanguage, over.byLanguage(), EXACT);
    }

    private static void assertPart(String by, String name, int honest, int lures) {
        Part part = part(by, name);
        assertEquals(honest, part.honest().rows(), by + " " + name);
        assertEquals(lures, part.lures().rows(), by + " " + name);
    }

    private static Part part(String by, String name) {
        return part(unseen, by, name);
    }

    private static Part part(Unseen of, String by, String name) {
        return of.parts().stream()
                .filter(part -> part.by().equals(by) && part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Caught file(String name, Label label) {
        return unseen.files().stream()
                .filter(caught -> caught.name().equals(name) && caught.label() == label)
                .findFirst()
                .orElseThrow();
    }

    private static List<JudgedSample> judged(String... files) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String file : files) {
            paths.add(FOLDER.resolve(file + ".jsonl"));
        }
        List<Sample> samples = SampleFiles.read(paths);
        return ScreenedScores.read(FOLDER.resolve("screened.jsonl")).judged(samples);
    }

    /** By the description alone all scores are half as high. */
    private static Outcomes everyWay(List<JudgedSample> whole) {
        return new Outcomes(
                whole,
                whole.stream()
                        .filter(outcome ->
                                outcome.sample().labelled().posting().texts().containsKey(PostingField.DESCRIPTION))
                        .map(outcome -> new JudgedSample(
                                outcome.sample(), outcome.language(), outcome.score() / 2, outcome.verdict()))
                        .toList(),
                whole);
    }
}
