package org.lurewatch.lab.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lurewatch.intake.labels.LabelledPosting;

/**
 * One of the examples that the demo shows one by one: lures and honest adverts that look like them, in several scripts, with
 * a lure that is missed and a false alarm among them.
 *
 * @param example the posting and what it truly is
 * @param gist its language and what it says, in a few English words
 */
public record DemoCase(LabelledPosting example, String gist) {
    /**
     * The cases in the order in which they are shown.
     *
     * @param records which hold them all
     */
    public static List<DemoCase> of(List<DemoRecord> records) {
        return table().lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new DemoCase(example(records, cells[0]), cells[1]))
                .toList();
    }

    private static String table() {
        try (InputStream in = DemoCase.class.getResourceAsStream("demo-cases.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of its record. */
    public String key() {
        return example.posting().key();
    }

    private static LabelledPosting example(List<DemoRecord> records, String identifier) {
        return records.stream()
                .flatMap(record -> record.example().stream())
                .filter(example -> example.posting().identifier().equals(identifier))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no example of the demo is called " + identifier));
    }
}
