package org.lurewatch.detection.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.Sha256;

/** A bundle with nine made-up phrases beside each of its own. */
final class BenchmarkBundle {
    private static final int MADE_UP_PER_PHRASE = 9;
    private static final String[] SYLLABLES = {
        "ba", "con", "der", "fil", "gor", "hen", "jus", "kal", "lin", "mer", "nop", "pra", "quo", "ris", "sto", "tam"
    };

    private BenchmarkBundle() {}

    /** A path below the folder of models, from the project's root or from this module. */
    static Path inModels(String first, String... more) {
        Path fromRoot = Path.of("models").resolve(Path.of(first, more));
        return Files.exists(fromRoot) ? fromRoot : Path.of("..").resolve(Path.of(first, more));
    }

    /** Loads a copy of a bundle with ten times its phrases. */
    static Detector withTenTimesThePhrases(Path bundle) throws IOException {
        Path folder = Files.createTempDirectory("lurewatch-benchmark");
        try {
            try (Stream<Path> files = Files.list(bundle)) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
            byte[] lexicon = tenfold(Files.readAllLines(bundle.resolve("lexicon.tsv")));
            Files.write(folder.resolve("lexicon.tsv"), lexicon);
            ObjectMapper json = new ObjectMapper();
            ObjectNode manifest =
                    (ObjectNode) json.readTree(folder.resolve("manifest.json").toFile());
            manifest.withObject("/files").put("lexicon.tsv", Sha256.hex(lexicon));
            json.writeValue(folder.resolve("manifest.json").toFile(), manifest);
            return BundleLoader.load(folder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static byte[] tenfold(List<String> lines) {
        Random random = new Random(10);
        List<String> all = new ArrayList<>(lines);
        Set<String> seen = new HashSet<>();
        lines.forEach(line -> seen.add(phraseOf(line.split("\t", -1))));
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            int made = 0;
            while (made < MADE_UP_PER_PHRASE) {
                columns[2] = madeUp(columns[2], random);
                if (seen.add(phraseOf(columns))) {
                    all.add(String.join("\t", columns));
                    made++;
                }
            }
        }
        return (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String phraseOf(String[] columns) {
        return columns[0] + '\t' + columns[1] + '\t' + columns[2];
    }

    /** Keeps about half of the words, so that made-up phrases begin and go on like real ones. */
    private static String madeUp(String wording, Random random) {
        String[] words = wording.split(" ");
        for (int i = 0; i < words.length; i++) {
            if (random.nextBoolean()) {
                words[i] =
                        SYLLABLES[random.nextInt(16)] + SYLLABLES[random.nextInt(16)] + SYLLABLES[random.nextInt(16)];
            }
        }
        return String.join(" ", words);
    }
}
