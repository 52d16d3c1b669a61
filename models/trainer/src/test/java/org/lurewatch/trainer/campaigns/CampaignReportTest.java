package org.lurewatch.trainer.campaigns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.links.Handle;
import org.lurewatch.detection.links.HandleKind;
import org.lurewatch.trainer.data.SampleFiles;

/** Small files through {@code evaluate --campaigns}. */
class CampaignReportTest {
    private static final Path BASELINE = Path.of("..", "baseline");
    private static final String LURE =
            "Easy online typing job, no experience, 200 USD a day. Pay a deposit of 50 USD in"
                    + " USDT first and it comes back with your first salary. Write to Telegram @anna_work88";
    private static final String REWORDED = "We look for an office assistant with two years of experience who answers"
            + " letters, keeps the calendar and speaks good English; working hours are from nine to five, Monday to Friday."
            + " Send your CV to Telegram @anna_work88";
    private static final String HONEST =
            "The city library hires a carpenter to mend shelves and doors. You bring your own"
                    + " tools and a certificate of the guild; working hours are from eight to four.";

    @TempDir
    private Path folder;

    @Test
    void labelled_and_plain_postings_of_one_contact_are_one_campaign() throws IOException {
        CampaignReplay replay = replay();
        assertEquals(3, replay.postings().size());
        assertEquals(1, replay.campaigns().size());
        FoundCampaign campaign = replay.campaigns().get(0);
        assertEquals(
                List.of("1", "2"),
                campaign.postings().stream()
                        .map(posting -> posting.sample().labelled().posting().identifier())
                        .sorted()
                        .toList());
        assertEquals(
                List.of("PERSON"),
                campaign.ties().keySet().stream().map(Enum::name).toList());
    }

    @Test
    void what_a_lure_says_of_another_one_of_the_same_contact_shows_in_its_verdict() throws IOException {
        LinkedPosting reworded = replay().postings().stream()
                .filter(posting ->
                        posting.sample().labelled().posting().identifier().equals("2"))
                .findFirst()
                .orElseThrow();
        assertFalse(reworded.own().isWarning());
        assertTrue(reworded.verdict() != Verdict.NO_SIGN_FOUND);
    }

    @Test
    void the_report_has_figures_and_nothing_unescaped() throws IOException {
        String report = String.join("\n", CampaignReport.lines(replay()));
        assertTrue(report.contains("3 postings, 1 campaigns of two or more, 0 of three or more."), report);
        assertTrue(report.contains("TELEGRAM anna_work88 2"), report);
        assertTrue(report.contains("- sources: bo\\\\u001Bard 2"), report);
        assertFalse(report.contains("\u001B"), report);
    }

    @Test
    void of_a_telephone_number_the_ends_are_shown() {
        assertEquals("PHONE +855****5678", CampaignReport.handle(new Handle(HandleKind.PHONE, "+85512345678")));
        assertEquals("LINE anna88", CampaignReport.handle(new Handle(HandleKind.LINE, "anna88")));
    }

    private CampaignReplay replay() throws IOException {
        return CampaignReplay.of(SampleFiles.readAll(List.of(file())), BundleLoader.load(BASELINE));
    }

    private Path file() throws IOException {
        return Files.writeString(
                folder.resolve("mixed.jsonl"),
                String.join(
                        "\n",
                        "{\"posting\": " + posting(1, LURE, "2026-01-05") + ", \"label\": \"scam\"}",
                        posting(2, REWORDED, "2026-01-04"),
                        posting(3, HONEST, "2026-01-03")));
    }

    private static String posting(int id, String text, String date) {
        return "{\"identifier\": \"" + id + "\", \"source\": \"bo\\u001bard\", \"datePosted\": \"" + date
                + "\", \"description\": \"" + text + "\"}";
    }
}
