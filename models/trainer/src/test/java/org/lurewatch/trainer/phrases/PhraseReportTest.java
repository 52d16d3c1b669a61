package org.lurewatch.trainer.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.trainer.data.SampleFiles;

class PhraseReportTest {
    private static final String LEXICON = Lexicon.HEADER
            + "\nfee_deposit\ten\tregistration fee\tany\ttest"
            + "\nhigh_pay_easy\ten\tattractive salary\tany\ttest"
            + "\nmlm\ten\tnever said\tany\ttest"
            + "\nlegit_channel\ten\tclosing date\tany\ttest\n";

    /** Names of its own places are read as phrases that no lexicon has. */
    private static final String IN_LYON =
            "{\"jobLocation\":{\"address\":{\"addressLocality\":\"Lyon\"}},\"identifier\"";

    @TempDir
    private Path folder;

    @Test
    void countsWhereEachPhraseFiredAndGroupsOnce() throws IOException {
        List<String> lines = report(PhraseRule.DEFAULT).lines();
        assertEquals(5, lines.size());
        assertEquals(
                "fee_deposit\ten\tregistration fee\tany\t3\t0\t0\t0\t1\t1\t2\t0\t1.000\t2.59\tany",
                line(lines, "registration fee"));
        assertEquals(
                "high_pay_easy\ten\tattractive salary\tany\t0\t1\t0\t6\t0\t0\t0\t7\t0.000\t-1.73\tcontext",
                line(lines, "attractive salary"));
        assertEquals("mlm\ten\tnever said\tany\t0\t0\t0\t0\t0\t0\t0\t0\t-\t-\tany", lines.get(4));
    }

    @Test
    void theRuleMakesCommonPhrasesContextAndLeavesOthersAlone() throws IOException {
        Lexicon lexicon = Lexicon.parse(LEXICON, new ArrayList<>());
        String reviewed = PhraseReview.reviewed(LEXICON, lexicon, report(PhraseRule.DEFAULT));
        assertEquals(LEXICON.replace("attractive salary\tany", "attractive salary\tcontext"), reviewed);
        assertEquals(LEXICON, PhraseReview.reviewed(LEXICON, lexicon, report(new PhraseRule(8, 1.5))));
    }

    @Test
    void onlyWhatRaisesSuspicionIsJudged() {
        assertTrue(PhraseRule.DEFAULT.isTooCommon(Signal.URGENCY, 4, 1.49));
        assertFalse(PhraseRule.DEFAULT.isTooCommon(Signal.URGENCY, 3, -2));
        assertFalse(PhraseRule.DEFAULT.isTooCommon(Signal.URGENCY, 400, 1.5));
        assertFalse(PhraseRule.DEFAULT.isTooCommon(Signal.LEGIT_CHANNEL, 400, -4));
        assertFalse(PhraseRule.DEFAULT.isTooCommon(Signal.WARNING_CONTEXT, 400, -4));
    }

    @Test
    void theReportIsPrintedAndTheReviewedLexiconWritten() throws IOException {
        writeSamples();
        Path lexicon = Files.writeString(folder.resolve("lexicon.tsv"), LEXICON);
        Path reviewed = folder.resolve("reviewed.tsv");
        StringWriter out = new StringWriter();
        new PhraseReview(Path.of("-"), lexicon, reviewed)
                .write(
                        SampleFiles.read(List.of(folder.resolve("mixed.jsonl"), folder.resolve("board.jsonl"))),
                        new PrintWriter(out));
        assertTrue(out.toString().startsWith("signal\tlanguage\tphrase\tuse\t"), out.toString());
        assertTrue(Files.readString(reviewed).contains("attractive salary\tcontext"));
    }

    private PhraseReport report(PhraseRule rule) throws IOException {
        writeSamples();
        return new PhraseReport(Lexicon.parse(LEXICON, new ArrayList<>()), SampleFiles.read(List.of(folder)), rule);
    }

    private void writeSamples() throws IOException {
        List<String> mixed = new ArrayList<>();
        mixed.add(sample("s1", "scam", "g1", "Pay the registration fee"));
        mixed.add(sample("s2", "scam", "g1", "Pay the registration fee, again"));
        mixed.add(sample("s3", "scam", "g2", "registration fee 20 USD"));
        mixed.add(sample("h1", "legitimate", "g3", "No registration fee. An attractive salary."));
        mixed.add(sample("a1", "about-scams", "g4", "Police warn of a registration fee"));
        mixed.add(sample("a2", "about-scams", "g5", "An office in Lyon").replace("{\"identifier\"", IN_LYON));
        List<String> board = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            board.add(sample("b" + i, "legitimate", "b" + i, "Attractive salary. Closing date 4 May."));
        }
        Files.write(folder.resolve("mixed.jsonl"), mixed);
        Files.write(folder.resolve("board.jsonl"), board);
    }

    private static String sample(String id, String label, String group, String text) {
        return "{\"posting\":{\"identifier\":\"" + id + "\",\"description\":\"" + text + "\"},\"label\":\"" + label
                + "\",\"group\":\"" + group + "\",\"dataset\":\"test\",\"labelSource\":\"test\"}";
    }

    private static String line(List<String> lines, String wording) {
        return lines.stream().filter(line -> line.contains(wording)).findFirst().orElseThrow();
    }
}
