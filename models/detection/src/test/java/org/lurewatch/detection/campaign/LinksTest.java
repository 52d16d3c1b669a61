package org.lurewatch.detection.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.links.Handle;
import org.lurewatch.detection.links.HandleKind;
import org.lurewatch.detection.links.TextSketch;

class LinksTest {
    /** Their reading has not changed, and state has these keys. */
    private static final Set<HandleKind> AS_EVER =
            EnumSet.of(HandleKind.FREE_MAILBOX, HandleKind.MAILBOX, HandleKind.HOST);

    @ParameterizedTest
    @EnumSource
    void keysOfContactsThatWereMisreadAreNotThoseOfTheFirstReading(HandleKind kind) {
        String key = only(kind).key();

        assertEquals(AS_EVER.contains(kind) ? kind + ":value" : kind + "/2:value", key);
    }

    @Test
    void keysOfTextsStayAsTheyAre() {
        List<Link> links = Links.of(
                Verdict.UNSURE, new Footprint(List.of(), new TextSketch(List.of(255L, -1L), ""), 0, "en", "", ""));

        assertEquals(
                List.of(new Link("TEXT0:ff", LinkKind.TEXT), new Link("TEXT1:ffffffffffffffff", LinkKind.TEXT)), links);
    }

    private static Link only(HandleKind kind) {
        List<Link> links = Links.of(
                Verdict.UNSURE, new Footprint(List.of(new Handle(kind, "value")), TextSketch.NONE, 0, "en", "", ""));
        assertEquals(1, links.size());
        return links.get(0);
    }
}
