package org.lurewatch.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.MonetaryAmount;
import org.lurewatch.schemas.QuantitativeValue;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

class AvroPostingsTest {
    @Property(tries = 300)
    void aPostingThatGoesToBytesAndBackIsTheSame(@ForAll("postings") JobPosting posting) throws Exception {
        SingleObjectEncoding<org.lurewatch.schemas.JobPosting> encoding =
                SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, WriterSchemas.known());

        byte[] bytes = encoding.encode(AvroPostings.toAvro(posting));

        assertEquals(posting, AvroPostings.toDomain(encoding.decode(bytes), PostingLimits.DEFAULT));
    }

    @Provide
    Arbitrary<JobPosting> postings() {
        // Scraped text has no single surrogates by the time it gets here.
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(40).map(AvroPostingsTest::withoutSurrogates);
        Arbitrary<Instant> times = DateTimes.instants()
                .between(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"))
                .map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        return Combinators.combine(
                        texts,
                        texts,
                        Arbitraries.maps(Arbitraries.of(PostingField.class), texts)
                                .ofMaxSize(PostingField.values().length),
                        times.injectNull(0.3),
                        times.injectNull(0.3))
                .as((identifier, source, fields, datePosted, scrapedAt) -> {
                    Map<PostingField, String> withTitle = new EnumMap<>(PostingField.class);
                    withTitle.putAll(fields);
                    withTitle.put(PostingField.TITLE, "title");
                    return new JobPosting("i" + identifier, source, withTitle, datePosted, scrapedAt);
                });
    }

    @Test
    void payInPartsReadsAsJsonDoes() {
        assertEquals(Optional.of("2500.5-3000 USD per MONTH"), salary(2500.5, 3000.0, "USD", "MONTH"));
        assertEquals(Optional.of("3000"), salary(null, 3000.0, null, null));
        assertEquals(Optional.of("100000000 VND"), salary(1e8, 1e8, "VND", null));
        assertEquals(Optional.empty(), salary(Double.NaN, Double.POSITIVE_INFINITY, "USD", "MONTH"));
        assertEquals(Optional.empty(), salary(null, null, "USD", "MONTH"));
    }

    @Test
    void anUnreadableDateIsUnknown() {
        org.lurewatch.schemas.JobPosting avro = avro();
        avro.setDatePosted("3 days ago");

        assertNull(AvroPostings.toDomain(avro, PostingLimits.DEFAULT).datePosted());

        avro.setDatePosted("2026-11-19");
        assertEquals(
                Instant.parse("2026-11-19T00:00:00Z"),
                AvroPostings.toDomain(avro, PostingLimits.DEFAULT).datePosted());
    }

    @Test
    void timesThatNoCalendarHoldsAreUnknown() {
        org.lurewatch.schemas.JobPosting avro = avro();
        avro.setScrapedAt(Instant.ofEpochMilli(Long.MAX_VALUE));

        assertNull(AvroPostings.toDomain(avro, PostingLimits.DEFAULT).scrapedAt());
    }

    @Test
    void aPostingWithoutTextIsUnusable() {
        org.lurewatch.schemas.JobPosting avro = new org.lurewatch.schemas.JobPosting();
        avro.setIdentifier("1");

        UnusablePostingException thrown =
                assertThrows(UnusablePostingException.class, () -> AvroPostings.toDomain(avro, PostingLimits.DEFAULT));

        assertEquals(RejectReason.NO_TEXT, thrown.reason());
    }

    private static Optional<String> salary(
            @Nullable Double min, @Nullable Double max, @Nullable String currency, @Nullable String unit) {
        org.lurewatch.schemas.JobPosting avro = avro();
        avro.setBaseSalary(new MonetaryAmount(currency, new QuantitativeValue(min, max, unit)));
        return AvroPostings.toDomain(avro, PostingLimits.DEFAULT).text(PostingField.BASE_SALARY);
    }

    private static org.lurewatch.schemas.JobPosting avro() {
        org.lurewatch.schemas.JobPosting avro = new org.lurewatch.schemas.JobPosting();
        avro.setIdentifier("1");
        avro.setTitle("Packer");
        return avro;
    }

    private static String withoutSurrogates(String text) {
        return text.codePoints()
                .filter(point -> !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
