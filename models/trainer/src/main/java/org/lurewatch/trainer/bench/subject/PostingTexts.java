package org.lurewatch.trainer.bench.subject;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** Postings that differ from another one in their texts only. */
public final class PostingTexts {
    private static final Set<PostingField.Kind> WRITTEN_FREELY = Set.of(PostingField.Kind.PROSE, PostingField.Kind.PAY);

    private PostingTexts() {}

    public static JobPosting with(JobPosting posting, PostingField field, String text) {
        Map<PostingField, String> texts = copy(posting);
        texts.put(field, text);
        return posting.withTexts(texts);
    }

    /** The posting with all that its author wrote freely changed: prose and pay. */
    public static JobPosting rewritten(JobPosting posting, UnaryOperator<String> change) {
        Map<PostingField, String> texts = copy(posting);
        texts.replaceAll((field, text) -> WRITTEN_FREELY.contains(field.kind()) ? change.apply(text) : text);
        return posting.withTexts(texts);
    }

    public static Map<PostingField, String> copy(JobPosting posting) {
        return new EnumMap<>(posting.texts());
    }

    /** How many units of prose a posting has. */
    public static int proseLength(JobPosting posting) {
        return posting.texts().entrySet().stream()
                .filter(entry -> entry.getKey().kind() == PostingField.Kind.PROSE)
                .mapToInt(entry -> entry.getValue().length())
                .sum();
    }
}
