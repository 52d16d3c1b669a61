package org.lurewatch.detection.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.posting.UnusablePostingException;

class ListEntryTest {
    private static final Instant SINCE = Instant.parse("2026-11-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMPLOYER|  Blue   Harbour Ltd. |blue harbour ltd.",
                "EMPLOYER|ＢＬＵＥ Ｈａｒｂｏｕｒ|blue harbour",
                "EMPLOYER|Große Straße GmbH|grosse strasse gmbh",
                "EMPLOYER|Blue\u200B Harbour|blue harbour",
                "EMPLOYER|Blue &amp; Harbour|blue & harbour",
                "DOMAIN|WWW.Blue-Harbour.example|blue-harbour.example",
                "DOMAIN|blå.example|xn--bl-zia.example",
                "HANDLE|https://t.me/Blue_Harbour_HR|TELEGRAM:blue_harbour_hr",
                "HANDLE|@blue_harbour_hr|TELEGRAM:blue_harbour_hr",
                "HANDLE|WhatsApp +84 90 123 45 67|PHONE:+84901234567",
                "HANDLE|+84 90 123 45 67|PHONE:+84901234567",
                "HANDLE|Blue.Harbour@gmail.com|FREE_MAILBOX:blueharbour@gmail.com",
                "HANDLE|hr@blue-harbour.example|MAILBOX:hr@blue-harbour.example",
                "HANDLE|LINE: blueharbour99|LINE:blueharbour99"
            })
    void eachHasOneSpelling(ListedKind kind, String written, String key) {
        assertEquals(key, ListKeys.of(kind, written));
        assertEquals(ListKeys.of(kind, written), ListKeys.of(kind, " " + written + " "));
    }

    @Test
    void legalFormsAndLettersThatLookAlikeMakeAnotherName() {
        String name = ListKeys.of(ListedKind.EMPLOYER, "Blue Harbour");
        assertNotEquals(name, ListKeys.of(ListedKind.EMPLOYER, "Blue Harbour Ltd"));
        assertNotEquals(name, ListKeys.of(ListedKind.EMPLOYER, "Bluе Harbour"), "with a Cyrillic letter");
        assertNotEquals(ListKeys.of(ListedKind.DOMAIN, "blue.example"), ListKeys.of(ListedKind.DOMAIN, "bluе.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com",
                "co.uk",
                "com.vn",
                "gmail.com",
                "t.me",
                "forms.gle",
                "https://blue.example",
                "hr@blue.example",
                ""
            })
    void whatIsEverybodysIsNoDomain(String written) {
        assertThrows(UnusablePostingException.class, () -> ListKeys.of(ListedKind.DOMAIN, written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "anna", "blue.example", "090 123 45 67", "t.me/one_name and t.me/other_name", "Telegram"})
    void whatIsNotOneContactIsNoHandle(String written) {
        assertThrows(UnusablePostingException.class, () -> ListKeys.of(ListedKind.HANDLE, written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "...", "\u200B"})
    void anEmployerHasAName(String written) {
        assertThrows(UnusablePostingException.class, () -> ListKeys.of(ListedKind.EMPLOYER, written));
    }

    @Test
    void anEntryHoldsFromItsBeginningUntilItsEnd() {
        Instant until = SINCE.plus(Duration.ofDays(30));
        ListEntry entry = entry("Blue Harbour", "why", Optional.of(until));

        assertFalse(entry.holdsAt(SINCE.minusMillis(1)));
        assertTrue(entry.holdsAt(SINCE));
        assertTrue(entry.holdsAt(until.minusMillis(1)));
        assertFalse(entry.holdsAt(until));
        assertTrue(entry("Blue Harbour", "why", Optional.empty()).holdsAt(Instant.MAX));
    }

    @Test
    void anEntryThatEndsBeforeItBeginsIsRefused() {
        assertThrows(UnusablePostingException.class, () -> entry("Blue Harbour", "why", Optional.of(SINCE)));
    }

    @Test
    void textsAreBounded() {
        assertThrows(UnusablePostingException.class, () -> entry("b".repeat(201), "why", Optional.empty()));
        assertThrows(UnusablePostingException.class, () -> entry("b", "w".repeat(1_001), Optional.empty()));
    }

    private static ListEntry entry(String value, String reason, Optional<Instant> until) {
        return ListEntry.of(ListedKind.EMPLOYER, value, ListName.BLOCK, reason, "mai", SINCE, until);
    }
}
