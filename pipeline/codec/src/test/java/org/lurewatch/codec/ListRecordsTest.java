package org.lurewatch.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.codec.json.ListEntryJson;
import org.lurewatch.detection.lists.ListChange;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.ListName;
import org.lurewatch.detection.lists.ListedKind;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

class ListRecordsTest {
    private static final Instant SINCE = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");
    private static final ListEntry ENTRY = ListEntry.of(
            ListedKind.DOMAIN, "Evil.example", ListName.BLOCK, "it \"phishes\"\n", "mai", SINCE, Optional.of(UNTIL));

    private final CommandDecoder decoder = new CommandDecoder();

    @Test
    void anEntryGoesThroughAvroAndThroughJsonAsItIs() {
        byte[] avro = SingleObjectEncoding.of(ControlCommand.class, WriterSchemas.known())
                .encode(ListRecords.put("c-1", ENTRY));
        String json = "{'commandId': 'c-2', 'action': 'block', 'listKind': 'Domain', 'listValue': 'Evil.example',"
                + " 'reason': 'it \\\"phishes\\\"\\n', 'issuedBy': 'mai', 'issuedAt': '2026-11-01T08:00:00Z',"
                + " 'until': '2026-12-01'}";

        assertEquals(ListChange.put(ENTRY), ListRecords.toDomain(decoder.decode(avro, 5L)));
        assertEquals(
                ListChange.put(ENTRY),
                ListRecords.toDomain(decoder.decode(json.replace('\'', '"').getBytes(UTF_8), 5L)));
        assertEquals(ENTRY, new ListEntryJson().read(ListEntryJson.line(ENTRY).getBytes(UTF_8), UNTIL));
    }

    @Test
    void anEntryWithoutATimeHoldsSinceKafkaTookIt() {
        ControlCommand command = decoder.decode(
                "{\"commandId\": \"c\", \"action\": \"allow\", \"listKind\": \"employer\", \"listValue\": \"Blue\"}"
                        .getBytes(UTF_8),
                5L);

        assertEquals(
                Instant.ofEpochMilli(5),
                ListRecords.toDomain(command).entry().orElseThrow().since());
    }

    @Test
    void ofOneEntryTheTopicKeepsTheNewestCommandAndOfBundlesAll() {
        String put = ListRecords.key(ListRecords.put("c-1", ENTRY));
        String removed =
                ListRecords.key(ListRecords.remove("c-2", ListedKind.DOMAIN, "EVIL.example", "", "mai", UNTIL));

        assertEquals("list/domain/evil.example", put);
        assertEquals(put, removed);
        assertNotEquals(
                put, ListRecords.key(ListRecords.remove("c-3", ListedKind.DOMAIN, "evil2.example", "", "mai", UNTIL)));
        assertEquals(
                "c-4",
                ListRecords.key(
                        decoder.decode("{\"commandId\": \"c-4\", \"action\": \"rollback\"}".getBytes(UTF_8), 5L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action': 'block', 'listKind': 'domain', 'listValue': 'evil.example'}",
                "{'commandId': 'c', 'action': 'block', 'listKind': 'country', 'listValue': 'x'}",
                "{'commandId': 'c', 'action': 'block', 'listKind': 'domain', 'listValue': 'gmail.com'}",
                "{'commandId': 'c', 'action': 'unlist', 'listKind': 'domain'}",
                "{'commandId': 'c', 'action': 'allow'}",
                "{'commandId': 'c', 'action': 'block', 'listKind': 'employer', 'listValue': 'x', 'until': 'soon'}",
                "{'commandId': 'c', 'action': 'block', 'listKind': 'employer', 'listValue': 'x', 'issuedAt': '2026-11-02',"
                        + " 'until': '2026-11-01'}"
            })
    void whatCannotBeCarriedOutIsRejectedBetweenTwoThatCan(String json) {
        byte[] good =
                "{\"commandId\": \"c\", \"action\": \"unlist\", \"listKind\": \"handle\", \"listValue\": \"t.me/anna_q1\"}"
                        .getBytes(UTF_8);
        assertTrue(ListRecords.isOfLists(decoder.decode(good, 5L)));
        assertThrows(
                UnusablePostingException.class,
                () -> decoder.decode(json.replace('\'', '"').getBytes(UTF_8), 5L));
        assertTrue(ListRecords.isOfLists(decoder.decode(good, 5L)));
    }

    @Test
    void whatAnEarlierVersionTookAndThisOneRefusesIsLeftOut() {
        ControlCommand kept = ListRecords.put("c", ENTRY);
        kept.setListValue("gmail.com");

        assertEquals(Optional.empty(), ListRecords.kept(kept));
        assertFalse(ListRecords.kept(ListRecords.put("c", ENTRY)).isEmpty());
    }
}
