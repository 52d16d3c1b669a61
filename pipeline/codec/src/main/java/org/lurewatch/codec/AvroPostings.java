package org.lurewatch.codec;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PayText;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.json.PostingDates;
import org.lurewatch.intake.json.PostingDraft;
import org.lurewatch.schemas.MonetaryAmount;
import org.lurewatch.schemas.QuantitativeValue;
import org.lurewatch.schemas.TrustedClasses;

/**
 * Postings, converted between Avro and the domain's type. A posting that goes to Avro and back is the same, except that
 * {@code scrapedAt} is cut to milliseconds.
 */
public final class AvroPostings {
    private static final Map<PostingField, FieldPath> PATHS = new EnumMap<>(PostingField.class);

    static {
        TrustedClasses.register();
        for (PostingField field : PostingField.values()) {
            PATHS.put(field, FieldPath.of(org.lurewatch.schemas.JobPosting.getClassSchema(), field.wireName()));
        }
    }

    private AvroPostings() {}

    /**
     * Reads the posting from an Avro record.
     *
     * @throws org.lurewatch.detection.posting.UnusablePostingException if it has no text, or none that can be read
     */
    public static JobPosting toDomain(org.lurewatch.schemas.JobPosting avro, PostingLimits limits) {
        PostingDraft draft = new PostingDraft(limits);
        draft.identifier(avro.getIdentifier());
        draft.source(avro.getSource());
        PATHS.forEach((field, path) -> {
            Object value = path.get(avro);
            draft.text(field, value instanceof MonetaryAmount pay ? text(pay) : (String) value);
        });
        if (avro.getDatePosted() != null) {
            draft.datePosted(PostingDates.ofText(avro.getDatePosted()).orElse(null));
        }
        draft.scrapedAt(avro.getScrapedAt());
        return draft.posting();
    }

    /** A posting as an Avro record. */
    public static org.lurewatch.schemas.JobPosting toAvro(JobPosting posting) {
        org.lurewatch.schemas.JobPosting avro = new org.lurewatch.schemas.JobPosting();
        PATHS.forEach((field, path) -> {
            String text = posting.texts().get(field);
            if (text != null) {
                path.put(avro, text);
            }
        });
        avro.setIdentifier(posting.identifier());
        avro.setSource(posting.source().isEmpty() ? null : posting.source());
        if (posting.datePosted() != null) {
            avro.setDatePosted(posting.datePosted().toString());
        }
        if (posting.scrapedAt() != null) {
            avro.setScrapedAt(posting.scrapedAt().truncatedTo(ChronoUnit.MILLIS));
        }
        return avro;
    }

    /** How many fields of a writer's schema are ignored when its postings are read. */
    static int unknownFields(Schema writer) {
        return UnknownFields.count(writer, org.lurewatch.schemas.JobPosting.getClassSchema());
    }

    private static @Nullable String text(MonetaryAmount pay) {
        QuantitativeValue value = pay.getValue();
        return value == null
                ? null
                : PayText.of(
                                number(value.getMinValue()),
                                number(value.getMaxValue()),
                                orEmpty(pay.getCurrency()),
                                orEmpty(value.getUnitText()))
                        .orElse(null);
    }

    private static String number(@Nullable Double amount) {
        return amount == null || !Double.isFinite(amount)
                ? ""
                : BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
