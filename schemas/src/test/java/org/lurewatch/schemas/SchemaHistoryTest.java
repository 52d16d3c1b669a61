package org.lurewatch.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaHistoryTest {
    private record Version(Class<? extends SpecificRecordBase> type, int number) {
        Schema kept() {
            return WriterSchemas.history(type.getSimpleName()).get(number - 1);
        }

        Schema current() {
            return SpecificData.getForClass(type).getSchema(type);
        }
    }

    static List<Class<? extends SpecificRecordBase>> types() {
        return List.of(
                JobPosting.class,
                ScamWarning.class,
                RejectedPosting.class,
                Campaign.class,
                Review.class,
                Trend.class,
                ControlCommand.class,
                ControlStatus.class,
                ShadowScore.class);
    }

    static Stream<Version> versions() {
        return types().stream().flatMap(type -> IntStream.rangeClosed(
                        1, WriterSchemas.history(type.getSimpleName()).size())
                .mapToObj(number -> new Version(type, number)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theNewestKeptVersionIsTheCurrentOne(Class<? extends SpecificRecordBase> type) {
        List<Schema> history = WriterSchemas.history(type.getSimpleName());
        Schema current = SpecificData.getForClass(type).getSchema(type);

        assertFalse(history.isEmpty());
        assertEquals(
                SchemaNormalization.toParsingForm(current),
                SchemaNormalization.toParsingForm(history.get(history.size() - 1)),
                () -> "the schema has changed: keep it as history/" + type.getSimpleName() + "." + (history.size() + 1)
                        + ".avsc, with golden bytes beside the others");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void newReadersUnderstandOldWritersAndOldReadersNewOnes(Version version) {
        assertCompatible(version.current(), version.kept());
        assertCompatible(version.kept(), version.current());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void goldenBytesOfEveryVersionStillDecode(Version version) throws IOException {
        assertGolden(version, "full");
        assertGolden(version, "minimal");
    }

    private static void assertGolden(Version version, String example) throws IOException {
        String name = version.type().getSimpleName() + "." + version.number() + "." + example;
        SpecificRecordBase now = ExampleRecords.all().get(version.type().getSimpleName() + "." + example);
        SingleObjectEncoding<SpecificRecordBase> encoding = encodingOf(version.type());

        SpecificRecordBase decoded = encoding.decode(
                HexFormat.of().parseHex(golden(name + ".hex", HexFormat.of().formatHex(encoding.encode(now)))));

        assertEquals(golden(name + ".json", now.toString()), decoded.toString());
    }

    @SuppressWarnings("unchecked")
    private static SingleObjectEncoding<SpecificRecordBase> encodingOf(Class<? extends SpecificRecordBase> type) {
        return SingleObjectEncoding.of((Class<SpecificRecordBase>) type, WriterSchemas.known());
    }

    private static String golden(String file, String wouldBe) throws IOException {
        try (InputStream kept = SchemaHistoryTest.class.getResourceAsStream("/golden/" + file)) {
            if (kept == null) {
                return fail("keep this line as src/test/resources/golden/" + file + ":\n" + wouldBe);
            }
            return new String(kept.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void assertCompatible(Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertTrue(pair.getType() == SchemaCompatibilityType.COMPATIBLE, pair::getDescription);
    }
}
