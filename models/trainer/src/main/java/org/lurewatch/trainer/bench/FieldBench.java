package org.lurewatch.trainer.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.trainer.bench.subject.PostingTexts;
import org.lurewatch.trainer.bench.subject.Subject;
import org.lurewatch.trainer.measure.Bootstrap;
import org.lurewatch.trainer.measure.FigureTable;

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

    FieldBench(Clean clean, List<Subject> scams, List<Subject> honest, Bootstrap bootstrap) {
        for (PostingField field : PostingField.values()) {
            Tally onScams = Tally.of(trials(clean, scams, field), clean.line(), bootstrap);
            Tally onHonest = Tally.of(trials(clean, honest, field), clean.line(), bootstrap);
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

    FigureTable table() {
        return new FigureTable(
                "Each field lost in turn: what is warned of or asked about before and after",
                List.of(
                        "field",
                        "scams that had it",
                        "before",
                        "after",
                        "verdicts moved",
                        "honest that had it",
                        "before",
                        "after",
                        "verdicts moved"),
                rows.stream().map(FieldBench::cells).toList());
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(List.of(row.field.wireName()));
        for (Tally tally : List.of(row.scams, row.honest)) {
            cells.add("" + tally.postings());
            cells.add("" + tally.caught());
            cells.add("" + tally.caughtAfter());
            cells.add("" + tally.moved().hits());
        }
        return cells;
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
