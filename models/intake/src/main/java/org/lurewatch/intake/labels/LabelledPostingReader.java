package org.lurewatch.intake.labels;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.ScamTypeText;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.FileRecord;
import org.lurewatch.intake.json.JsonPostingReader;
import org.lurewatch.intake.json.JsonText;
import org.lurewatch.intake.json.JsonTree;

/**
 * Reads labelled examples: {@code {"posting": {...}, "label": "scam", "scamType": ..., "group": ..., "dataset": ...,
 * "set": ...}}. Safe to share between threads.
 */
public final class LabelledPostingReader {
    private final JsonTree tree;
    private final JsonPostingReader postings;

    public LabelledPostingReader(PostingLimits limits) {
        this.tree = new JsonTree(limits);
        this.postings = new JsonPostingReader(limits);
    }

    /**
     * Reads the example from a record of a file. An example without a group is a group of its own.
     *
     * @throws UnusablePostingException with the reason, if the record is not an example
     */
    public LabelledPosting read(FileRecord record) {
        return labelled(tree.parseLeniently(record.json()));
    }

    /**
     * Reads the example from a record of a file; a posting by itself is an unlabelled example. Empty for a node of a
     * {@code @graph} that describes something else.
     *
     * @throws UnusablePostingException with the reason, if the record is neither
     */
    public Optional<LabelledPosting> readLabelledOrPlain(FileRecord record) {
        JsonNode root = tree.parseLeniently(record.json());
        return root.path("posting").isObject()
                ? Optional.of(labelled(root))
                : postings.read(record).map(decoded -> unlabelled(decoded.posting()));
    }

    private static LabelledPosting unlabelled(JobPosting posting) {
        return new LabelledPosting(posting, Label.UNLABELLED, Optional.empty(), posting.key(), "", "");
    }

    private LabelledPosting labelled(JsonNode root) {
        if (!root.path("posting").isObject()) {
            throw JsonText.wrongType("posting", "a posting");
        }
        return labelled(root, postings.posting(root.get("posting")).posting());
    }

    /**
     * The example of a record whose posting is already read.
     *
     * @throws UnusablePostingException with the reason, if the rest of the record is not that of an example
     */
    public static LabelledPosting labelled(JsonNode root, JobPosting posting) {
        String group = text(root, "group");
        return new LabelledPosting(
                posting,
                Label.ofCode(text(root, "label"))
                        .orElseThrow(
                                () -> JsonText.wrongType("label", "one of scam, legitimate, about-scams, unlabelled")),
                scamType(text(root, "scamType")),
                group.isEmpty() ? posting.key() : group,
                text(root, "dataset"),
                text(root, "set"));
    }

    private static Optional<ScamType> scamType(String code) {
        if (code.isEmpty() || code.equals("none")) {
            return Optional.empty();
        }
        return Optional.of(ScamType.ofCode(code)
                .orElseThrow(() -> JsonText.wrongType("scamType", "none or one of " + ScamTypeText.codes())));
    }

    private static String text(JsonNode root, String name) {
        return JsonText.of(root.path(name)).strip();
    }
}
