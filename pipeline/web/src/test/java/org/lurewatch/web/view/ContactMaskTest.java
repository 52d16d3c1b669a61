package org.lurewatch.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.codec.json.RecordJson;

class ContactMaskTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void evidenceKeepsItsPlaceAndLosesItsContact() throws Exception {
        ObjectNode warning = json(RecordJson.line(TestingRecords.warning("a", 1, 1)));
        ObjectNode before = warning.deepCopy();
        ObjectNode hidden = ContactMask.hide(warning);

        assertEquals(before, warning, "the given one stays");
        assertEquals("•••", hidden.at("/evidence/0/quote").asText());
        assertTrue(hidden.at("/evidence/0/hidden").asBoolean());
        assertEquals(6, hidden.at("/evidence/0/start").asInt());
        assertEquals(
                "pay the deposit, then write to •••",
                hidden.at("/evidence/1/quote").asText());
        assertTrue(hidden.at("/evidence/1/hidden").asBoolean());
        assertFalse(hidden.toString().contains("example"), hidden::toString);
    }

    @Test
    void aCampaignKeepsTheKindsOfItsHandles() throws Exception {
        ObjectNode hidden = ContactMask.hide(json(RecordJson.line(TestingRecords.campaign("c", 1, 1))));
        assertEquals("TELEGRAM:•••", hidden.at("/handles/0").asText());
        assertEquals("write to {handle} or call •••", hidden.path("template").asText());
        assertEquals("•••", hidden.at("/slots/0/examples/0").asText());
        assertEquals("900 USD", hidden.at("/slots/1/examples/0").asText());
        assertTrue(hidden.path("hidden").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Telegram: @example_desk",
                "write to desk@example.com today",
                "https://t.me/exampledesk",
                "apply at jobs.example.com/now",
                "+66 81 234 5678",
                "call 0812345678",
                "เพิ่มไลน์ @exampledesk",
                "加微信 exampledesk88",
                "WhatsApp +62-812-3456-7890",
                "ＬＩＮＥ：＠exampledesk"
            })
    void contactsAreHidden(String text) {
        String shown = ContactMask.hide(text);
        assertTrue(shown.contains(ContactMask.MASK), shown);
        assertFalse(shown.contains("example"), shown);
        assertFalse(shown.matches(".*\\d{4}.*"), shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no experience needed",
                "900-1200 USD a month",
                "a fee of 2,500 is due",
                "รายได้สูง 50000 บาท"
            })
    void otherWordsAreNot(String text) {
        assertEquals(text, ContactMask.hide(text));
    }

    private static ObjectNode json(String line) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(line);
    }
}
