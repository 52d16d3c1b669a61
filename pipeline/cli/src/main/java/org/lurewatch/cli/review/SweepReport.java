package org.lurewatch.cli.review;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.detection.trends.Languages;
import org.lurewatch.job.sweep.SweepConfig;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SweepOutcome;
import org.lurewatch.schemas.SweptPosting;

/** What a history sweep has changed. */
final class SweepReport {
    /** How many changes are listed; those of the highest scores, whatever the order they came in. */
    static final int MOST_LISTED = 1_000;

    private static final int MOST_PRINTED = 10;
    private static final int LONGEST_ID = 60;
    private static final String NOTHING = "no warning";

    private static final Comparator<SweptPosting> WEAKEST_FIRST = Comparator.<SweptPosting>comparingDouble(
                    swept -> swept.getSent().getScore())
            .thenComparing(swept -> swept.getSent().getWarningId());

    private final Map<SweepOutcome, Long> outcomes = new EnumMap<>(SweepOutcome.class);
    private final Map<String, Long> verdicts = new TreeMap<>();
    private final Map<String, Map<SweepOutcome, Long>> languages = new TreeMap<>();
    private final PriorityQueue<SweptPosting> changes = new PriorityQueue<>(WEAKEST_FIRST);

    /** Takes in what became of one posting. */
    void add(SweptPosting swept) {
        outcomes.merge(swept.getOutcome(), 1L, Long::sum);
        if (swept.getOutcome() == SweepOutcome.REJECTED) {
            return;
        }
        verdicts.merge(
                (swept.getBefore() == null ? NOTHING : swept.getBefore().name()) + " -> " + swept.getAfter(),
                1L,
                Long::sum);
        languages
                .computeIfAbsent(Languages.counted(swept.getLanguage()), unused -> new EnumMap<>(SweepOutcome.class))
                .merge(swept.getOutcome(), 1L, Long::sum);
        if (swept.getSent() != null) {
            changes.add(swept);
            if (changes.size() > MOST_LISTED) {
                changes.remove();
            }
        }
    }

    /** How many postings had this outcome. */
    long count(SweepOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    void print(PrintWriter out, boolean dryRun) {
        long postings = outcomes.values().stream().mapToLong(Long::longValue).sum();
        out.printf(
                Locale.ROOT,
                "%d postings swept: %d first warnings, %d changed warnings %s, %d kept for what others say, %d rejected%n",
                postings,
                count(SweepOutcome.WARNED),
                count(SweepOutcome.CHANGED),
                dryRun ? "to send" : "sent",
                count(SweepOutcome.KEPT),
                count(SweepOutcome.REJECTED));
        verdicts.forEach((change, count) -> out.printf(Locale.ROOT, "  %8d  %s%n", count, change));
        List<SweptPosting> strongest = listed();
        strongest.stream().limit(MOST_PRINTED).forEach(swept -> out.println("  " + line(swept)));
        long more = count(SweepOutcome.WARNED) + count(SweepOutcome.CHANGED) - MOST_PRINTED;
        if (more > 0) {
            out.println("  and " + more + " more");
        }
        out.flush();
    }

    private static String line(SweptPosting swept) {
        ScamWarning warning = swept.getSent();
        return String.format(
                Locale.ROOT,
                "%.4f  %s -> %s, revision %d  %s",
                warning.getScore(),
                swept.getBefore() == null ? NOTHING : swept.getBefore(),
                swept.getAfter(),
                warning.getRevision(),
                TerminalText.escape(warning.getSource() + "/" + warning.getPostingId(), LONGEST_ID));
    }

    /** Writes all of it as JSON. */
    void write(Path file, SweepConfig config) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(file.toFile(), JsonEncoding.UTF8)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("from", config.from().toString());
            json.writeStringField("to", config.to().toString());
            json.writeStringField("bundle", config.bundle().toString());
            json.writeBooleanField("dryRun", config.dryRun());
            json.writeFieldName("outcomes");
            writeCounts(json, outcomes);
            json.writeFieldName("verdicts");
            writeCounts(json, verdicts);
            json.writeObjectFieldStart("languages");
            for (Map.Entry<String, Map<SweepOutcome, Long>> language : languages.entrySet()) {
                json.writeFieldName(language.getKey());
                writeCounts(json, language.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("changes");
            for (SweptPosting swept : listed()) {
                writeChange(json, swept);
            }
            json.writeEndArray();
            json.writeNumberField(
                    "changesNotListed", count(SweepOutcome.WARNED) + count(SweepOutcome.CHANGED) - changes.size());
            json.writeEndObject();
        } catch (IOException e) {
            throw new CommandFailure("the report cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private List<SweptPosting> listed() {
        return changes.stream().sorted(WEAKEST_FIRST.reversed()).toList();
    }

    private static void writeCounts(JsonGenerator json, Map<?, Long> counts) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey().toString(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void writeChange(JsonGenerator json, SweptPosting swept) throws IOException {
        ScamWarning warning = swept.getSent();
        json.writeStartObject();
        json.writeStringField("warningId", warning.getWarningId());
        json.writeNumberField("revision", warning.getRevision());
        json.writeStringField("source", warning.getSource());
        json.writeStringField("postingId", warning.getPostingId());
        json.writeStringField("language", swept.getLanguage());
        json.writeStringField(
                "before", swept.getBefore() == null ? null : swept.getBefore().name());
        json.writeStringField("after", swept.getAfter().name());
        json.writeNumberField("score", warning.getScore());
        json.writeEndObject();
    }
}
