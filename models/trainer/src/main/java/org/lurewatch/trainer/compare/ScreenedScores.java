package org.lurewatch.trainer.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.FileRecord;
import org.lurewatch.intake.json.RecordStream;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.JudgedSample;

/**
 * Assessments that {@code screen --all} printed, perhaps in another version of the program, to be joined with labelled
 * postings by identifier. Nothing may be lost: what is missing or there twice is a problem.
 */
public final class ScreenedScores {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_NAMED = 20;

    private final Map<String, Scored> byIdentifier = new HashMap<>();
    private final Set<String> twice = new TreeSet<>();
    private final List<String> unread = new ArrayList<>();

    private record Scored(double score, Verdict verdict) {}

    private ScreenedScores() {}

    /**
     * Reads a file, which may be gzipped. Lines that are no assessment become problems.
     *
     * @throws IOException where the file cannot be read
     */
    public static ScreenedScores read(Path file) throws IOException {
        ScreenedScores scores = new ScreenedScores();
        try (RecordStream records = RecordStream.open(file, PostingLimits.DEFAULT)) {
            for (Optional<FileRecord> record = records.next(); record.isPresent(); record = records.next()) {
                scores.add(record.get());
            }
        }
        return scores;
    }

    private void add(FileRecord record) throws IOException {
        JsonNode line;
        try {
            line = MAPPER.readTree(record.json());
        } catch (JsonProcessingException | UnusablePostingException e) {
            unread.add(record.place());
            return;
        }
        String identifier = line.path("postingId").asText();
        Optional<Verdict> verdict = Arrays.stream(Verdict.values())
                .filter(each -> each.name().equals(line.path("verdict").asText()))
                .findFirst();
        if (identifier.isEmpty() || !line.path("score").isNumber() || verdict.isEmpty()) {
            unread.add(record.place());
        } else if (byIdentifier.put(identifier, new Scored(line.path("score").asDouble(), verdict.get())) != null) {
            twice.add(identifier);
        }
    }

    /** Why the assessments cannot be joined with these postings, one sentence for each reason; empty if they can. */
    public List<String> problems(List<Sample> samples) {
        List<String> problems = new ArrayList<>();
        Map<String, Long> times =
                samples.stream().collect(Collectors.groupingBy(ScreenedScores::identifier, Collectors.counting()));
        add("no assessment", unread, problems);
        add("assessed twice", List.copyOf(twice), problems);
        add("labelled twice", sorted(times, identifier -> times.get(identifier) > 1), problems);
        add("without an assessment", sorted(times, identifier -> !byIdentifier.containsKey(identifier)), problems);
        return problems;
    }

    private static List<String> sorted(Map<String, Long> identifiers, Predicate<String> of) {
        return identifiers.keySet().stream().filter(of).sorted().toList();
    }

    private static void add(String what, List<String> names, List<String> problems) {
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
            problems.add(what + ": " + names.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more);
        }
    }

    /**
     * The postings as they were judged, in their order.
     *
     * @throws IllegalArgumentException where there are problems
     */
    public List<JudgedSample> judged(List<Sample> samples) {
        List<String> problems = problems(samples);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return samples.stream()
                .map(sample -> {
                    Scored scored = byIdentifier.get(identifier(sample));
                    return new JudgedSample(
                            sample,
                            PostingLanguage.of(sample.labelled().posting()),
                            scored.score(),
                            Optional.of(scored.verdict()));
                })
                .toList();
    }

    private static String identifier(Sample sample) {
        return sample.labelled().posting().identifier();
    }
}
