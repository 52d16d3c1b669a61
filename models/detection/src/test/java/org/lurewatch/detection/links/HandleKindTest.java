package org.lurewatch.detection.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.facts.words.ContactKind;

class HandleKindTest {

    @Test
    void everyKindOfContactHasAKindOfHandleOfItsOwn() {
        EnumSet<HandleKind> kinds = Arrays.stream(ContactKind.values())
                .map(HandleKind::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(HandleKind.class)));
        assertEquals(EnumSet.allOf(HandleKind.class), kinds);
        assertEquals(ContactKind.values().length, kinds.size());
    }

    @Test
    void theNamesInStateAndOnTopicsStay() {
        assertEquals(
                List.of(
                        "PHONE",
                        "TELEGRAM",
                        "LINE",
                        "WHATSAPP",
                        "WECHAT",
                        "QQ",
                        "ZALO",
                        "VIBER",
                        "KAKAO",
                        "OTHER_MESSENGER",
                        "FREE_MAILBOX",
                        "MAILBOX",
                        "HOST"),
                Arrays.stream(HandleKind.values()).map(Enum::name).toList());
    }
}
