package org.lurewatch.job.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.job.ExamplePostings;
import org.lurewatch.job.codec.AssessedEncoder;
import org.lurewatch.job.codec.AvroPostings;
import org.lurewatch.job.codec.RejectEncoder;
import org.lurewatch.job.codec.TrendCounts;
import org.lurewatch.job.codec.WarningEncoder;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;

class EdgeTypesTest {
    static Stream<SpecificRecordBase> whatCrossesEdges() {
        var posting = ExamplePostings.posting("1", "a lure");
        SourceRecord record = ExamplePostings.record(1, ExamplePostings.json("1", "a lure"));
        return Stream.of(
                record,
                ExamplePostings.record(1, (byte[]) null),
                new ReceivedPosting(record, AvroPostings.toAvro(posting)),
                WarningEncoder.encode(record, posting, ExamplePostings.DETECTOR.assess(posting), Instant.EPOCH),
                AssessedEncoder.encode(record, posting, ExamplePostings.DETECTOR.assess(posting), Instant.EPOCH, 7),
                TrendCounts.of(AssessedEncoder.encode(
                                record, posting, ExamplePostings.DETECTOR.assess(posting), Instant.EPOCH, 7))
                        .get(0),
                new Trend(Instant.EPOCH, 1, TrendDimension.LANGUAGE, "es", 3L, 2L, 1L, 1),
                RejectEncoder.encode(record, RejectReason.NO_TEXT, "no text"));
    }

    @ParameterizedTest
    @MethodSource("whatCrossesEdges")
    void flinkRecognisesItAsAvroAndBringsItOverUnchanged(SpecificRecordBase record) throws IOException {
        assertBroughtOver(record);
    }

    @SuppressWarnings("unchecked")
    private static <T extends SpecificRecordBase> void assertBroughtOver(T record) throws IOException {
        TypeInformation<T> type = TypeInformation.of((Class<T>) record.getClass());
        assertInstanceOf(AvroTypeInfo.class, type);
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        TypeSerializer<T> serializer = type.createSerializer(config);
        DataOutputSerializer out = new DataOutputSerializer(64);

        serializer.serialize(record, out);

        assertEquals(record, serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())));
        assertEquals(record, serializer.copy(record));
    }
}
