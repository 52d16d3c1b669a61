package org.lurewatch.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.CommandDecoder;
import org.lurewatch.detection.deployment.Action;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

class JsonCommandReaderTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private final JsonCommandReader reader = new JsonCommandReader(10_000);

    @Test
    void everyFieldIsRead() {
        assertEquals(
                new Command(
                        "c-1", Action.CANARY, DIGEST, "u", 0.05, "ana", "why", Instant.parse("2026-11-20T12:00:00Z")),
                read("{'commandId': 'c-1', 'action': 'canary', 'digest': '" + DIGEST.toUpperCase(Locale.ROOT)
                        + "', 'uri': 'u', 'share': 0.05, 'issuedBy': 'ana', 'reason': 'why',"
                        + " 'issuedAt': '2026-11-20T12:00:00Z', 'colour': 1}"));
        assertEquals(
                new Command("c-1", Action.ROLLBACK, "", "", 0, "", "", null),
                read("{'commandId': 'c-1', 'action': 'ROLLBACK'}"));
    }

    @Test
    void whatIsNoCommandIsRefusedWithItsReason() {
        refused(RejectReason.WRONG_TYPE, "[]");
        refused(RejectReason.MALFORMED_JSON, "{'commandId': ");
        refused(RejectReason.MISSING_IDENTIFIER, "{'action': 'rollback'}");
        refused(RejectReason.WRONG_TYPE, "{'commandId': 'c', 'action': 'other'}");
        refused(RejectReason.WRONG_TYPE, "{'commandId': 'c', 'action': 'delete'}");
        refused(RejectReason.WRONG_TYPE, "{'commandId': 'c', 'action': 'champion'}");
        refused(RejectReason.WRONG_TYPE, "{'commandId': 'c', 'action': 'champion', 'digest': '../../etc'}");
        refused(RejectReason.WRONG_TYPE, "{'commandId': 'c', 'action': 'publish', 'digest': '" + DIGEST + "'}");
        refused(
                RejectReason.WRONG_TYPE,
                "{'commandId': 'c', 'action': 'canary', 'digest': '" + DIGEST + "', 'share': 'half'}");
        refused(RejectReason.WRONG_TYPE, "{'commandId': 'c', 'action': 'rollback', 'issuedAt': 'soon'}");
        refused(RejectReason.WRONG_TYPE, "{'commandId': {}, 'action': 'rollback'}");
        refused(
                RejectReason.FIELD_TOO_LONG,
                "{'commandId': 'c', 'action': 'rollback', 'reason': '" + "x".repeat(1_001) + "'}");
    }

    private void refused(RejectReason reason, String json) {
        assertEquals(
                reason,
                assertThrows(UnusablePostingException.class, () -> read(json)).reason(),
                json);
    }

    private Command read(String json) {
        return CommandDecoder.toDomain(reader.read(json.replace('\'', '"').getBytes(UTF_8)));
    }
}
