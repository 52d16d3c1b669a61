package org.lurewatch.intake.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.RecordStream;

class LabelledPostingReaderTest {
    private final LabelledPostingReader reader = new LabelledPostingReader(PostingLimits.DEFAULT);

    @Test
    void readsAnExample() throws IOException {
        LabelledPosting example = read(
                "{\"posting\":{\"identifier\":\"1\",\"title\":\"t\"},\"label\":\"scam\",\"scamType\":\"task_scam\",\"group\":\"g\",\"dataset\":\"written\",\"set\":\"train\",\"labelSource\":\"x\"}");
        assertEquals("1", example.posting().identifier());
        assertEquals(Label.SCAM, example.label());
        assertEquals(Optional.of(ScamType.TASK_SCAM), example.scamType());
        assertEquals("g", example.group());
        assertEquals("written", example.dataset());
        assertEquals("train", example.set());
    }

    @Test
    void makesAnExampleWithoutAGroupAGroupOfItsOwn() throws IOException {
        LabelledPosting example = read(
                "{\"posting\":{\"identifier\":\"1\",\"title\":\"t\"},\"label\":\"about-scams\",\"scamType\":\"none\"}");
        assertEquals("/1", example.group());
        assertEquals(Label.ABOUT_SCAMS, example.label());
        assertEquals(Optional.empty(), example.scamType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"identifier\":\"1\",\"title\":\"t\"}",
                "{\"posting\":{\"identifier\":\"1\",\"title\":\"t\"}}",
                "{\"posting\":{\"identifier\":\"1\",\"title\":\"t\"},\"label\":\"fraud\"}",
                "{\"posting\":{\"identifier\":\"1\",\"title\":\"t\"},\"label\":\"scam\",\"scamType\":\"other\"}"
            })
    void refusesWhatIsNoExample(String json) {
        UnusablePostingException problem = assertThrows(UnusablePostingException.class, () -> read(json));
        assertEquals(RejectReason.WRONG_TYPE, problem.reason());
    }

    private LabelledPosting read(String json) throws IOException {
        RecordStream records =
                RecordStream.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), PostingLimits.DEFAULT);
        return reader.read(records.next().orElseThrow());
    }
}
