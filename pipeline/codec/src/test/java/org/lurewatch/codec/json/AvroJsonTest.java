package org.lurewatch.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

class AvroJsonTest {
    private final ScamWarning warning = ExampleWarnings.warning();

    @Test
    void readsWhatARecordPrintsOfItself() {
        assertEquals(warning, AvroJson.read(warning.toString(), ScamWarning.class));
    }

    @Test
    void readsAvrosOwnJsonWithTypesAndMilliseconds() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonEncoder encoder = EncoderFactory.get().jsonEncoder(ScamWarning.getClassSchema(), bytes);
        new SpecificDatumWriter<>(ScamWarning.class).write(warning, encoder);
        encoder.flush();

        assertEquals(warning, AvroJson.read(bytes.toString(StandardCharsets.UTF_8), ScamWarning.class));
    }

    @Test
    void leavesOutWhatItDoesNotKnowAndTakesANewVerdictForUnsure() {
        String newer = warning.toString()
                .replaceFirst("\\{", "{\"colour\": \"red\", ")
                .replaceFirst("\"verdict\": \"LIKELY_SCAM\"", "\"verdict\": \"NEWER\"");

        assertEquals(Verdict.UNSURE, AvroJson.read(newer, ScamWarning.class).getVerdict());
    }

    @Test
    void namesWhatIsMissingOrWrong() {
        assertWrong("ScamWarning has no warningId", "{}");
        assertWrong("ScamWarning must be an object", "[]");
        assertWrong(
                "ScamWarning.score must be a number", warning.toString().replace("\"score\": 0.9", "\"score\": \"x\""));
        assertWrong("it is not valid JSON", "{\"warningId\":");
    }

    @Property
    void whateverTheTextIsItIsReadOrRefused(@ForAll String text) {
        try {
            AvroJson.read(text, ScamWarning.class);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage() != null);
        }
    }

    private static void assertWrong(String message, String json) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> AvroJson.read(json, ScamWarning.class))
                        .getMessage());
    }
}
