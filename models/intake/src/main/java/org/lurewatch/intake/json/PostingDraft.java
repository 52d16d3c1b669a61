package org.lurewatch.intake.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lurewatch.detection.posting.IntakeNotes;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.detection.text.Legibility;

/**
 * What was read of a posting, in whatever form it came, before it is made one: too long texts are cut, placeholders are
 * missing, and a posting without an identifier gets one. Only its text decides whether it can be assessed.
 */
public final class PostingDraft {
    /** Identifier and source make up the warning's key, so they have a limit of their own, in UTF-16 units. */
    public static final int MAX_KEY_PART_CHARS = 1_000;

    private static final String SOURCE = "source";
    private static final String URL = "url";
    private static final String OWN = "";

    /** A name that the posting may have. */
    private record Candidate(String from, String identifier) {}

    private final int maxFieldChars;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
    private final Set<String> truncated = new TreeSet<>();
    private String source = "";
    private Instant datePosted;
    private Instant scrapedAt;

    public PostingDraft(PostingLimits limits) {
        this.maxFieldChars = limits.maxFieldChars();
    }

    /** Sets the platform's own identifier; null or blank where there is none. */
    public void identifier(String identifier) {
        candidate(OWN, identifier);
    }

    /**
     * Adds what may stand in for a missing identifier; of several the first counts.
     *
     * @param from name of the property that it is taken from
     */
    public void candidate(String from, String identifier) {
        if (identifier != null && !identifier.isBlank() && !Placeholders.contain(identifier)) {
            candidates.add(new Candidate(from, identifier));
        }
    }

    /** Sets the platform; null where it is unknown. */
    public void source(String platform) {
        source = platform == null || Placeholders.contain(platform) ? "" : cut(SOURCE, platform, MAX_KEY_PART_CHARS);
    }

    /** Sets the raw text of a field; null or blank where it is unknown. */
    public void text(PostingField field, String text) {
        if (text != null && !text.isBlank() && !Placeholders.contain(text)) {
            texts.put(field, cut(field.wireName(), text, maxFieldChars));
        }
    }

    /** Sets when the posting appeared, or null. */
    public void datePosted(Instant time) {
        datePosted = time;
    }

    /** Sets when the posting was read, or null. */
    public void scrapedAt(Instant time) {
        scrapedAt = time;
    }

    /**
     * The posting.
     *
     * @throws UnusablePostingException if it has no text, or none that can be read
     */
    public JobPosting posting() {
        Candidate name = name();
        boolean damaged = false;
        boolean readable = false;
        for (Map.Entry<PostingField, String> text : texts.entrySet()) {
            PostingField.Kind kind = text.getKey().kind();
            Legibility legibility =
                    kind == PostingField.Kind.TECHNICAL ? Legibility.WHOLE : Legibility.of(text.getValue());
            damaged |= legibility != Legibility.WHOLE;
            readable |= kind == PostingField.Kind.PROSE && legibility != Legibility.NONE;
        }
        JobPosting posting = new JobPosting(
                name.identifier(),
                source,
                texts,
                datePosted,
                scrapedAt,
                new IntakeNotes(name.from(), truncated, damaged));
        if (!readable) {
            throw new UnusablePostingException(
                    RejectReason.BADLY_DECODED,
                    "the text was decoded wrongly before it came here; nothing of it can be read");
        }
        return posting;
    }

    private Candidate name() {
        String url = texts.getOrDefault(PostingField.URL, "").strip();
        if (candidates.isEmpty() && AdvertUrl.namesOne(url)) {
            candidate(URL, url);
        }
        if (candidates.isEmpty()) {
            return new Candidate(DerivedIdentifier.DIGEST, DerivedIdentifier.digest(source, texts));
        }
        Candidate first = candidates.get(0);
        if (first.identifier().length() <= MAX_KEY_PART_CHARS) {
            return first;
        }
        String from = first.from().equals(OWN) ? "identifier" : first.from();
        return new Candidate(from, DerivedIdentifier.ofLong(first.identifier()));
    }

    /** Cuts a text that is too long between two characters, and notes that. */
    private String cut(String name, String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        truncated.add(name);
        boolean splitsPair = Character.isHighSurrogate(text.charAt(most - 1)) && most > 1;
        return text.substring(0, splitsPair ? most - 1 : most);
    }
}
