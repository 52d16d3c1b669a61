package org.lurewatch.detection.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.TextChain;

class InvitationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NONE | we look for a clerk",
                "NONE | salary 1800 USD a month",
                "NONE | call +84 901 234 567",
                "NONE | write to easy.money@gmail.com",
                "NONE | salary 1800 USD a month, see www.firm.example or write to hr@firm.example",
                "NONE | find us on telegram",
                "TO_CHAT | telegram @easyjobs88",
                "TO_PAID_WORK | salary 1800 USD a month, telegram @easyjobs88",
                "TO_PAID_WORK | salary 1800 USD a month, call +84 901 234 567",
                "TO_PAID_WORK | salary 1800 USD a month, write to easy.money@gmail.com"
            })
    void aPostingInvitesByItsPayAndItsHandles(Invitation expected, String text) {
        PostingFacts facts = FactsReader.read(Map.of(PostingField.DESCRIPTION, TextChain.comparable(text)), "VN");
        assertEquals(expected, facts.invitation());
    }
}
