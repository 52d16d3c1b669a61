package org.lurewatch.detection.posting;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One advert as it was scraped. A missing field is unknown and never evidence, because scrapers lose fields.
 *
 * @param identifier the platform's own id, or what stands in for it; never blank
 * @param source the platform, or the empty string where it is unknown
 * @param texts raw text by field; blank values are dropped; at least one PROSE field is needed
 * @param datePosted when the platform says the posting appeared, or null; outside the years 1 to 9999 it is unknown
 * @param scrapedAt when it was read, or null; outside the years 1 to 9999 it is unknown
 * @param notes how it was taken in, where that is worth saying
 */
public record JobPosting(
        String identifier,
        String source,
        Map<PostingField, String> texts,
        Instant datePosted,
        Instant scrapedAt,
        IntakeNotes notes) {

    public JobPosting {
        if (identifier == null || identifier.isBlank()) {
            throw new UnusablePostingException(RejectReason.MISSING_IDENTIFIER, "the posting has no identifier");
        }
        Objects.requireNonNull(notes);
        source = Objects.requireNonNullElse(source, "");
        datePosted = PostingTimes.plausible(datePosted);
        scrapedAt = PostingTimes.plausible(scrapedAt);
        EnumMap<PostingField, String> copy = new EnumMap<>(PostingField.class);
        texts.forEach((field, text) -> {
            if (text != null && !text.isBlank()) {
                copy.put(field, text);
            }
        });
        if (copy.keySet().stream().noneMatch(field -> field.kind() == PostingField.Kind.PROSE)) {
            throw new UnusablePostingException(
                    RejectReason.NO_TEXT, "the posting has neither a title, a description nor another text");
        }
        texts = Collections.unmodifiableMap(copy);
    }

    /** A posting that was taken in as it is. */
    public JobPosting(
            String identifier, String source, Map<PostingField, String> texts, Instant datePosted, Instant scrapedAt) {
        this(identifier, source, texts, datePosted, scrapedAt, IntakeNotes.NONE);
    }

    /** Names the posting among those of all platforms: {@code source/identifier}. */
    public String key() {
        return source + "/" + identifier;
    }

    /** The raw text of a field, if the scraper kept it. */
    public Optional<String> text(PostingField field) {
        return Optional.ofNullable(texts.get(field));
    }

    /**
     * The same posting with other texts.
     *
     * @throws UnusablePostingException where they leave nothing to read
     */
    public JobPosting withTexts(Map<PostingField, String> otherTexts) {
        return new JobPosting(identifier, source, otherTexts, datePosted, scrapedAt, notes);
    }

    /**
     * The same posting under another name.
     *
     * @param from what the identifier was taken from, as {@link IntakeNotes#identifierFrom()} has it
     */
    public JobPosting named(String otherSource, String otherIdentifier, String from) {
        return new JobPosting(
                otherIdentifier, otherSource, texts, datePosted, scrapedAt, notes.withIdentifierFrom(from));
    }
}
