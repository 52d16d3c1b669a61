package org.lurewatch.intake.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.Sha256;

/**
 * Names for postings that come without an identifier. Strangers never get the same one, so that what only seems to name a
 * posting is not used.
 * See RATIONALE.md, "A posting without an identifier is named by what it says".
 */
public final class DerivedIdentifier {
    /** The posting is named by the key of its record. */
    public static final String KEY = "key";
    /** The posting is named by what it says. */
    public static final String DIGEST = "digest";

    private static final int DIGEST_BYTES = 16;

    /** {@code source/identifier}, where the identifier has a figure: a word may name a topic, a language or a site. */
    private static final Pattern KEY_FORM =
            Pattern.compile("([^/\\s\\uFFFD]{0,100})/([^\\s\\uFFFD]{0,300}\\d[^\\s\\uFFFD]{0,300})");

    private DerivedIdentifier() {}

    /**
     * The same posting, named by a digest of its source, URL, title and text. One whose text is edited is another.
     * For a posting whose identifier turns out not to be its own: the number of a row, or one that others have, too.
     */
    public static JobPosting ofContent(JobPosting posting) {
        return posting.named(posting.source(), digest(posting.source(), posting.texts()), DIGEST);
    }

    /**
     * The same posting, named by the key of its record, if it has no better name than a digest and the key reads {@code
     * source/identifier}; otherwise the posting itself.
     */
    public static JobPosting ofKey(JobPosting posting, String key) {
        Matcher parts = KEY_FORM.matcher(key);
        boolean fits = posting.notes().identifierFrom().equals(DIGEST)
                && parts.matches()
                && (posting.source().isEmpty() || posting.source().equals(parts.group(1)));
        return fits ? posting.named(parts.group(1), parts.group(2), KEY) : posting;
    }

    static String digest(String source, Map<PostingField, String> texts) {
        MessageDigest digest = Sha256.fresh();
        update(digest, source);
        update(digest, texts.getOrDefault(PostingField.URL, ""));
        texts.forEach((field, text) -> {
            if (field.kind() == PostingField.Kind.PROSE) {
                update(digest, field.wireName());
                update(digest, text);
            }
        });
        return shortHex(digest);
    }

    /** What stands in for an identifier that is too long for a key. */
    static String ofLong(String identifier) {
        MessageDigest digest = Sha256.fresh();
        update(digest, identifier);
        return shortHex(digest);
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String shortHex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    }
}
