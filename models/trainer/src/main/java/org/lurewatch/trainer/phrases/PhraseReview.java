package org.lurewatch.trainer.phrases;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.train.Training;

/**
 * Measures a lexicon on labelled postings and makes its common phrases context-only.
 *
 * @param report receives one line for each phrase; {@code -} prints them
 * @param lexiconFile the phrases, or null for the built-in ones
 * @param reviewedFile receives the lexicon with the use that each phrase has earned, or null
 */
public record PhraseReview(Path report, Path lexiconFile, Path reviewedFile) {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    /** Measures the phrases on labelled postings and writes the files that were asked for. */
    public void write(List<Sample> samples, PrintWriter out) throws IOException {
        String text = lexiconFile == null ? Training.builtInLexicon() : Files.readString(lexiconFile);
        List<String> problems = new ArrayList<>();
        Lexicon lexicon = Lexicon.parse(text, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
        }
        PhraseReport phrases = new PhraseReport(lexicon, samples, PhraseRule.DEFAULT);
        if (report.equals(STANDARD_OUTPUT)) {
            phrases.lines().forEach(out::println);
            out.flush();
        } else {
            Files.write(report, phrases.lines());
        }
        if (reviewedFile != null) {
            Files.writeString(reviewedFile, reviewed(text, lexicon, phrases));
        }
    }

    /** The same lines in the same order, with the use that each phrase has earned. */
    static String reviewed(String text, Lexicon lexicon, PhraseReport phrases) {
        Map<String, String> earned = new HashMap<>();
        for (Phrase phrase : lexicon.phrases()) {
            String key = phrase.signal().code() + "\t" + phrase.language() + "\t" + phrase.wording() + "\t";
            if (phrases.earnsContextOnly(phrase)) {
                earned.put(key + "any\t", key + "context\t");
            }
        }
        StringBuilder reviewed = new StringBuilder(text.length());
        for (String line : text.split("(?<=\n)")) {
            int sources = line.lastIndexOf('\t') + 1;
            reviewed.append(earned.getOrDefault(line.substring(0, sources), line.substring(0, sources)))
                    .append(line, sources, line.length());
        }
        return reviewed.toString();
    }
}
