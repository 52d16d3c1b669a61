package org.lurewatch.detection.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.facts.words.Sex;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;

class FactsReaderTest {

    private static PostingFacts read(Map<PostingField, String> raw, String region) {
        Map<PostingField, ComparableText> texts = new EnumMap<>(PostingField.class);
        raw.forEach((field, text) -> texts.put(field, TextChain.comparable(text)));
        return FactsReader.read(texts, region);
    }

    @Test
    void readsEachFactWithItsField() {
        PostingFacts facts = read(
                Map.of(
                        PostingField.TITLE, "CUSTOMER SERVICE 月薪10萬",
                        PostingField.DESCRIPTION, "Age 18-35, female only. Deposit $50. Telegram: @hr_anna88",
                        PostingField.BASE_SALARY, "80000-100000",
                        PostingField.CONTACT_TELEPHONE, "02 2345 6789",
                        PostingField.INDUSTRY, "call 02 2345 0000 for $5,000 a month"),
                "TW");
        assertEquals(
                List.of(PostingField.TITLE, PostingField.BASE_SALARY),
                facts.pay().stream().map(Placed::field).toList());
        assertEquals(
                List.of("hr_anna88", "+886223456789"),
                facts.contacts().stream().map(placed -> placed.fact().handle()).toList());
        assertEquals(1, facts.fees().size());
        assertEquals(18, facts.ages().get(0).fact().min());
        assertEquals(Sex.FEMALE, facts.sexes().get(0).fact().sex());
    }

    @Test
    void spansLeadBackToTheRawText() {
        ComparableText text = TextChain.comparable("<p>Earn <b>Ｕ$</b> pay: RM 1&#44;500 sebulan</p>");
        PostingFacts facts = FactsReader.read(Map.of(PostingField.DESCRIPTION, text), null);
        PayOffer offer = facts.pay().get(0).fact();
        assertEquals("RM 1&#44;500", text.quote(offer.start(), offer.end()));
    }

    @Test
    void describesTheShapeOfTheRawProse() {
        PostingFacts facts = read(Map.of(PostingField.TITLE, "EARN 100!! 💰"), null);
        TextShape shape = facts.shape();
        assertEquals(10, shape.length());
        assertEquals(1, shape.capitals());
        assertEquals(0.3, shape.digits(), 1e-9);
        assertEquals(0.2, shape.exclamations(), 1e-9);
        assertEquals(0.1, shape.emoji(), 1e-9);
    }

    @Test
    void aRegionThatIsNoneIsNoHint() {
        PostingFacts facts = read(Map.of(PostingField.DESCRIPTION, "salary 500元 a day"), "Atlantis");
        assertEquals(null, facts.pay().get(0).fact().currency());
        assertTrue(read(Map.of(PostingField.TITLE, "clerk"), null).pay().isEmpty());
    }
}
