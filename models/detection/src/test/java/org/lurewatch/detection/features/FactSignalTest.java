package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.terms.Arrangement;
import org.lurewatch.detection.facts.words.ContactKind;

class FactSignalTest {

    @ParameterizedTest
    @EnumSource(ContactKind.class)
    void everyKindOfContactAddsToAFeature(ContactKind kind) {
        FactSignal signal = FactSignal.of(kind);
        assertTrue(SignalFeatures.NAMES.contains(signal.feature()), signal.feature());
        assertEquals(signal.code(), signal.feature());
        assertEquals(kind.isMessenger(), signal.indicator().equals("C09"));
    }

    @ParameterizedTest
    @CsvSource({"PHONE, ''", "EMAIL, ''", "URL, ''", "FREE_EMAIL, O10", "TELEGRAM, C09", "OTHER_MESSENGER, C09"})
    void contactsThatLeadToAPersonRestOnAnIndicatorButForTelephones(ContactKind kind, String indicator) {
        assertEquals(indicator, FactSignal.of(kind).indicator());
    }

    @Test
    void onlyAChatThatCanBeWrittenToIsPartOfACombination() {
        assertEquals(Optional.of(CombinationPart.CHAT), partOf(ContactKind.LINE, "line:abc"));
        assertEquals(Optional.empty(), partOf(ContactKind.LINE, ""));
        assertEquals(Optional.empty(), partOf(ContactKind.PHONE, "+84901234567"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, pay.stated, ''",
        "1.19, pay.stated, ''",
        "1.2, pay.above_typical, C01",
        "1.99, pay.above_typical, C01",
        "2, pay.twice_typical, C01"
    })
    void payPointsToMoreTheHigherItIs(double ratio, String code, String indicator) {
        FactSignal signal = FactSignal.ofPay(ratio);
        assertEquals(code, signal.code());
        assertEquals(indicator, signal.indicator());
        assertEquals("pay.stated", signal.feature());
        assertEquals(ratio < 2, signal.weak());
    }

    @ParameterizedTest
    @EnumSource(Arrangement.Kind.class)
    void arrangementsCountInCombinationsOnly(Arrangement.Kind kind) {
        Optional<FactSignal> signal = FactSignal.of(new Arrangement(kind, 0, 1));
        assertEquals(kind != Arrangement.Kind.DOCUMENTS_ASKED, signal.isPresent());
        signal.ifPresent(arranged -> {
            assertEquals(FactSignal.NO_FEATURE, arranged.feature());
            assertEquals(Optional.of(CombinationPart.TRAVEL), arranged.part());
            assertTrue(arranged.weak());
        });
    }

    @ParameterizedTest
    @EnumSource(ContactKind.class)
    void aNumberOfAnotherCountryCountsAsAnyOther(ContactKind kind) {
        Contact contact = new Contact(kind, "+84901234567", 0, 1);
        FactSignal plain = FactSignal.of(contact);
        FactSignal elsewhere = FactSignal.of(contact, CodeRelation.ELSEWHERE);
        assertEquals("contact.code_elsewhere", elsewhere.code());
        assertEquals(plain.feature(), elsewhere.feature());
        assertEquals(plain.part(), elsewhere.part());
        assertEquals(plain.weak(), elsewhere.weak());
        assertEquals(kind.isMessenger() ? "C09" : "O10", elsewhere.indicator());
        assertEquals(plain, FactSignal.of(contact, CodeRelation.LOCAL));
        assertEquals(plain, FactSignal.of(contact, CodeRelation.OPEN));
    }

    private static Optional<CombinationPart> partOf(ContactKind kind, String handle) {
        return FactSignal.of(new Contact(kind, handle, 0, 1)).part();
    }
}
