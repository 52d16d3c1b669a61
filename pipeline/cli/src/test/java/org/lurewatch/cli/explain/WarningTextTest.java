package org.lurewatch.cli.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.terminal.ReasonLine;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

class WarningTextTest {
    @Test
    void tellsVerdictReasonsWhatDecidesAndWhoDecided() {
        assertEquals(
                List.of(
                        "likely scam, score 0.9000",
                        "posting 1 on board",
                        "scraped 2026-11-20T08:00:00Z, assessed 2026-11-20T09:00:00Z",
                        "likeliest kind: advance_fee",
                        "warning " + ExampleWarnings.warning().getWarningId() + ", revision 1",
                        "",
                        "Reasons, strongest first; what each added to the score in log-odds:",
                        "  * +2.50 “deposit”  fee_deposit, indicator O01  in description",
                        "  without those marked *: unsure",
                        "",
                        "decided by bundle testing (digest 0), for a base rate of 50.000 %",
                        "read from topic postings, partition 0, offset 0"),
                lines(ExampleWarnings.warning()));
    }

    @Test
    void tellsOfTheCampaignAndOfWhatIsKnownFromOthers() {
        ScamWarning warning = ExampleWarnings.warning();
        List<Evidence> evidence = new ArrayList<>(warning.getEvidence());
        evidence.add(Evidence.newBuilder()
                .setSignal("campaign_same_people")
                .setField("")
                .setStart(0)
                .setEnd(0)
                .setQuote("")
                .setPhrase("another posting with the same contact reads like a scam")
                .setContribution(3.5)
                .build());
        List<String> lines = lines(ScamWarning.newBuilder(warning)
                .setRevision(2)
                .setRevisionReason("its campaign has grown")
                .setCampaignId("c-1")
                .setScore(0.99)
                .setEvidence(evidence)
                .build());

        assertTrue(lines.contains("one of several postings by the same people: campaign c-1"), lines::toString);
        assertTrue(
                lines.contains(
                        "    +3.50 “another posting with the same contact reads like a scam”  campaign_same_people  not in the posting itself"),
                lines::toString);
        assertTrue(
                lines.stream().anyMatch(line -> line.endsWith("revision 2: its campaign has grown")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("by itself the posting scores 0.9000")));
    }

    @Test
    void namesASecondKindAndSaysWhereNoKindIsClear() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setOtherScamType("task_scam");
        assertEquals(
                List.of("likeliest kind: advance_fee", "may also be: task_scam"),
                lines(warning).subList(3, 5));

        warning.setScamType(null);
        warning.setOtherScamType(null);
        assertEquals("kind not clear", lines(warning).get(3));

        warning.setVerdict(Verdict.NO_SIGN_FOUND);
        assertFalse(lines(warning).contains("kind not clear"), "nobody says that it is a scam");
    }

    @Test
    void saysWhereTheLanguageWasNeverMeasuredAndWhichPolicyDecided() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setLanguage("pl");
        warning.setLanguageMeasured(true);
        assertTrue(lines(warning).stream().noneMatch(line -> line.contains("Polish")));

        warning.setLanguageMeasured(false);
        warning.getBundle().setPolicy("campaign");
        warning.getBundle().setAlarmsPer1000(2.5);
        List<String> lines = lines(warning);
        assertEquals("written in Polish, in which this bundle was never measured", lines.get(4));
        assertTrue(
                lines.contains(
                        "decided by bundle testing (digest 0), for a base rate of 50.000 %, by policy campaign with"
                                + " 2.5 alarms per 1,000 honest adverts"),
                lines::toString);
    }

    @Test
    void doesNotSayThatAVerdictWouldStandWithoutTheReviewItRestsOn() {
        ScamWarning warning = ScamWarning.newBuilder(ExampleWarnings.warning())
                .setVerdict(Verdict.NO_SIGN_FOUND)
                .setFlip(null)
                .build();

        assertEquals(
                List.of(
                        "Reasons, strongest first; what each added to the score in log-odds:",
                        "  * +2.50 “deposit”  fee_deposit, indicator O01  in description",
                        "  the verdict rests on those marked *",
                        ""),
                lines(warning).subList(5, 9));

        warning.getEvidence().forEach(evidence -> evidence.setDecisive(false));
        assertTrue(
                lines(warning).stream().noneMatch(line -> line.contains("marked *") || line.contains("was not found")),
                lines(warning)::toString);
        warning.setVerdict(Verdict.UNSURE);
        assertTrue(lines(warning).contains("  " + ReasonLine.NO_FLIP), lines(warning)::toString);
    }

    @Test
    void nothingScrapedReachesTheTerminalAsItIs() {
        ScamWarning warning = ExampleWarnings.warning();
        String hostile = "\u001b[2J\u202e\nfake line";
        warning.setPostingId(hostile);
        warning.setSource(hostile);
        warning.setRevisionReason(hostile);
        warning.setCampaignId(hostile);
        warning.setScamType(hostile);
        warning.setOtherScamType(hostile);
        warning.setQuestions(List.of(hostile));
        warning.setLanguage(hostile);
        warning.setLanguageMeasured(false);
        warning.getBundle().setVersion(hostile);
        warning.getBundle().setPolicy(hostile);
        warning.getRecord().setTopic(hostile);
        warning.getEvidence().get(0).setQuote(hostile);
        warning.getEvidence().get(0).setField(hostile);

        for (String line : lines(warning)) {
            assertTrue(line.chars().noneMatch(each -> each < ' ' || each == 0x202e) && !line.startsWith("fake"), line);
        }
    }

    private static List<String> lines(ScamWarning warning) {
        return new WarningText(Terminal.NONE).lines(warning);
    }
}
