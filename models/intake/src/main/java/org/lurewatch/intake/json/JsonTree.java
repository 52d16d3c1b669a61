package org.lurewatch.intake.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/** Parses JSON into a tree, within limits; a record is small, so its tree is too. */
public final class JsonTree {
    /** Real postings are nested six levels deep. */
    static final int MAX_DEPTH = 32;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final int maxBytes;
    private final ObjectReader reader;

    public JsonTree(PostingLimits limits) {
        this.maxBytes = limits.maxPostingBytes();
        this.reader = reader(maxBytes);
    }

    private static ObjectReader reader(int maxBytes) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(maxBytes)
                .maxNameLength(1_000)
                .maxNumberLength(1_000)
                .build();
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(constraints).build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build()
                .reader();
    }

    /**
     * Parses a record of strict JSON.
     *
     * @throws UnusablePostingException with the reason, if it is none or too large
     */
    public JsonNode parse(byte[] json) {
        return parseText(decoded(json));
    }

    /**
     * Parses a record that strict JSON was meant to be. What is strict is read strictly; the rest as
     * {@link LenientJson} reads it.
     *
     * @throws UnusablePostingException with the reason, if nothing can be made of it or it is too large
     */
    public JsonNode parseLeniently(byte[] json) {
        return parseTextLeniently(decoded(json));
    }

    /**
     * Parses a record that strict JSON was meant to be, of characters.
     *
     * @throws UnusablePostingException with the reason, if nothing can be made of it or it is too large
     */
    public JsonNode parseLeniently(String json) {
        if (json.length() > maxBytes || json.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return parseTextLeniently(json);
    }

    private String decoded(byte[] json) {
        if (json.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        try {
            // Jackson accepts some malformed sequences; the JDK's decoder does not.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnusablePostingException(RejectReason.MALFORMED_TEXT, "the record is not valid UTF-8");
        }
    }

    static UnusablePostingException tooLarge(int maxBytes) {
        return new UnusablePostingException(
                RejectReason.POSTING_TOO_LARGE, "the record is larger than " + maxBytes + " bytes");
    }

    private JsonNode parseTextLeniently(String json) {
        try {
            return parseText(json);
        } catch (UnusablePostingException e) {
            if (e.reason() != RejectReason.MALFORMED_JSON) {
                throw e;
            }
            return LenientJson.parse(withoutMark(json)).orElseThrow(() -> e);
        }
    }

    private static String withoutMark(String json) {
        return !json.isEmpty() && json.charAt(0) == BYTE_ORDER_MARK ? json.substring(1) : json;
    }

    private JsonNode parseText(String json) {
        String text = withoutMark(json).strip();
        if (text.isEmpty()) {
            throw new UnusablePostingException(RejectReason.EMPTY_RECORD, "the record is empty");
        }
        if (text.charAt(0) != '{' && text.charAt(0) != '[') {
            throw new UnusablePostingException(RejectReason.UNKNOWN_FORMAT, "the record is not a JSON object");
        }
        try {
            return reader.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new UnusablePostingException(
                    RejectReason.MALFORMED_JSON,
                    "the JSON is nested deeper than " + MAX_DEPTH + " levels, or a name or number in it is too long");
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the record, which must not reach a log.
            throw new UnusablePostingException(
                    RejectReason.MALFORMED_JSON,
                    "the JSON is malformed at character " + e.getLocation().getCharOffset());
        } catch (NumberFormatException e) {
            // Jackson does not catch what BigDecimal throws for an exponent of more than 32 bits.
            throw new UnusablePostingException(
                    RejectReason.MALFORMED_JSON, "a number in the JSON is larger or smaller than any that can be read");
        }
    }
}
