package org.lurewatch.cli.rejects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.examples.ExampleRejects;
import org.lurewatch.desk.rejects.RejectBytes;
import org.lurewatch.desk.rejects.RejectJson;
import org.lurewatch.desk.rejects.RejectPlace;
import org.lurewatch.desk.rejects.StoredReject;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;

class RejectTextTest {
    private static final RejectText TEXT = new RejectText(Terminal.NONE, 40);

    @Test
    void aRejectIsToldWithWhereItLayAndHowItBegins() {
        assertEquals(
                List.of(
                        "NO_TEXT  postings/0/7  2026-11-20T08:00:00Z  19 bytes  sent back",
                        "    what is wrong",
                        "    key   board/1",
                        "    value {\"identifier\": \"1\"}"),
                TEXT.lines(ExampleRejects.reject(7, RejectReason.NO_TEXT, "{\"identifier\": \"1\"}"), true));
    }

    @Test
    void whatDeceivesATerminalIsEscaped() {
        assertEquals("a\\u202Eb\\n\\u200Bc", RejectBytes.beginning("a\u202Eb\n\u200Bc".getBytes(UTF_8), 40));
        assertEquals("hex 1B5B324A", RejectBytes.beginning("\u001B[2J".getBytes(UTF_8), 40));
    }

    @Test
    void bytesThatAreNoTextAreToldInHex() {
        assertEquals("hex C301FF…", RejectBytes.beginning(new byte[] {(byte) 0xC3, 1, -1, 0}, 3));
    }

    @Test
    void aCharacterThatWasCutThroughDoesNotMakeTextIntoHex() {
        byte[] bytes = "薪水".getBytes(UTF_8);
        assertEquals("薪", RejectBytes.beginning(Arrays.copyOf(bytes, 5), 40));
    }

    @Property
    void whateverTheBytesOneHarmlessLineIsTold(@ForAll byte[] bytes) {
        String line = RejectBytes.beginning(bytes, 50);
        assertTrue(line.codePoints().noneMatch(Character::isISOControl), line);
        assertTrue(line.length() <= 50 * 6 + 5, line);
    }

    @Test
    void aCutIsTold() {
        RejectedPosting cut = ExampleRejects.cut(ExampleRejects.reject(7, RejectReason.NO_TEXT, "0123456789"), 4);
        assertTrue(TEXT.lines(cut, false).get(0).endsWith("10 bytes, of which the reject holds 4"));
    }

    @Test
    void theMostFrequentReasonStandsFirst() {
        assertEquals(
                "5 (3 WRONG_TYPE, 1 EMPTY_RECORD, 1 NO_TEXT)",
                RejectText.byReason(
                        Map.of(RejectReason.NO_TEXT, 1, RejectReason.WRONG_TYPE, 3, RejectReason.EMPTY_RECORD, 1)));
        assertEquals("0", RejectText.byReason(Map.of()));
    }

    @Test
    void aLineOfJsonIsAsciiAndGivesTheBytesBack() throws Exception {
        String hostile = "\u001B[2J \u202E 薪水 \"\n";
        String line = RejectJson.line(stored(ExampleRejects.reject(7, RejectReason.NO_TEXT, hostile)), true);

        assertTrue(line.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F), line);
        JsonNode read = new ObjectMapper().readTree(line);
        assertEquals(hostile, read.get("value").textValue());
        assertEquals("board/1", read.get("key").textValue());
        assertEquals(7, read.get("offset").longValue());
        assertTrue(read.get("sentBack").booleanValue());
        assertTrue(read.get("whole").booleanValue());
    }

    @Test
    void bytesThatAreNoTextAreBase64InJson() throws Exception {
        byte[] bytes = {(byte) 0xC3, 1, 2, 3};
        JsonNode read = new ObjectMapper()
                .readTree(RejectJson.line(stored(ExampleRejects.reject(7, RejectReason.UNKNOWN_SCHEMA, bytes)), false));
        assertEquals("wwECAw==", read.get("valueBase64").textValue());
        assertFalse(read.has("value"));
    }

    @Test
    void aPlaceIsReadBack() {
        RejectPlace place = new RejectPlace("postings", 3, 1L << 40);
        assertEquals(place, RejectPlace.parse(place.toString()));
        for (String broken : List.of("", "postings", "postings/3", "postings/x/4", "postings/3/")) {
            assertThrows(IllegalArgumentException.class, () -> RejectPlace.parse(broken), broken);
        }
    }

    private static StoredReject stored(RejectedPosting reject) {
        return new StoredReject(reject, 0, 0);
    }
}
