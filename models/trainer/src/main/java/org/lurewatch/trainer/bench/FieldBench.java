package org.lurewatch.trainer.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.trainer.bench.subject.PostingTexts;
import org.lurewatch.trainer.bench.subject.Subject;

/** Removes each field in turn, as scrapers lose fields: a missing field is unknown and never evidence. */
final class FieldBench {
    /**
     * One field.
     *
     * @param field which was lost
     * @param scams counts over scams that had it
     * @param honest counts over honest adverts that had it
     */
    private record Row(PostingField field, Tally scams, Tally honest) {}

    private final List<Row> rows = new ArrayList<>();

    FieldBench(Clean clean, List<Subject> scams, List<Subject> honest) {
        for (PostingField field : PostingField.values()) {
            Tally onScams = Tally.of(trials(clean, scams, field), clean.line());
            Tally onHonest = Tally.of(trials(clean, honest, field), clean.line());
            if (onScams.postings() + onHonest.postings() > 0) {
                rows.add(new Row(field, onScams, onHonest));
            }
        }
    }

    private static List<Trial> trials(Clean clean, List<Subject> subjects, PostingField field) {
        return subjects.parallelStream()
                .flatMap(subject -> without(subject.posting(), field).stream()
                        .map(posting -> Trial.of(subject, field.wireName(), clean.of(subject), posting)))
                .toList();
    }

    /** The posting without a field; nothing where it had none or cannot be read without. */
    static Optional<JobPosting> without(JobPosting posting, PostingField field) {
        Map<PostingField, String> texts = PostingTexts.copy(posting);
        boolean had = texts.remove(field) != null;
        boolean readable = texts.keySet().stream().anyMatch(left -> left.kind() == PostingField.Kind.PROSE);
        return had && readable ? Optional.of(posting.withTexts(texts)) : Optional.empty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Each field lost in turn: what is caught (LIKELY_SCAM or UNSURE) before and after");
        lines.add("");
        lines.add("| field | scams that had it | caught | after | verdicts moved | honest that had it | caught | after"
                + " | verdicts moved |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        for (Row row : rows) {
            lines.add("| " + row.field.wireName() + cells(row.scams) + cells(row.honest) + " |");
        }
        return lines;
    }

    private static String cells(Tally tally) {
        return String.format(
                Locale.ROOT,
                " | %d | %d | %d | %d",
                tally.postings(),
                tally.caught(),
                tally.caughtAfter(),
                tally.moved());
    }

    List<Object> tree() {
        List<Object> tree = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("field", row.field.wireName());
            node.put("scams", row.scams.tree());
            node.put("honest", row.honest.tree());
            tree.add(node);
        }
        return tree;
    }
}
