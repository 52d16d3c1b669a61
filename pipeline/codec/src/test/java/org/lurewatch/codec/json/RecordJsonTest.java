package org.lurewatch.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TemplateSlot;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.TrustedClasses;

class RecordJsonTest {
    static {
        TrustedClasses.register();
    }

    @Test
    void aWarningReadsBackAsItWas() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setScore(Math.nextUp(0.1));
        warning.setQuestions(List.of("“Who”\nasks?"));
        String line = RecordJson.line(warning);
        assertEquals(warning, AvroJson.read(line, ScamWarning.class));
        assertTrue(line.contains("\"verdict\":\"LIKELY_SCAM\",\"scamType\":\"advance_fee\""), line);
        assertTrue(line.contains("\"assessedAt\":\"2026-11-20T09:00:00Z\""), line);
        assertTrue(line.contains("\"campaignId\":null"), line);
    }

    @Test
    void campaignsAndTrendsReadBackAsTheyWere() {
        Campaign campaign = Campaign.newBuilder()
                .setCampaignId("c")
                .setFirstSeen(Instant.ofEpochMilli(1))
                .setLastSeen(Instant.ofEpochMilli(2))
                .setUpdatedAt(Instant.ofEpochMilli(3))
                .setTemplate("earn {pay} a day")
                .setSlots(List.of(new TemplateSlot("pay", List.of("500", "600"))))
                .build();
        assertEquals(campaign, AvroJson.read(RecordJson.line(campaign), Campaign.class));
        Trend trend = new Trend(Instant.ofEpochMilli(0), 24, TrendDimension.LANGUAGE, "en", 9_000_000_000L, 2L, 1L, 1);
        assertEquals(trend, AvroJson.read(RecordJson.line(trend), Trend.class));
    }

    @Test
    void whatCouldDeceiveATerminalIsEscaped() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setPostingId("a\u001B[2J\u202E\nb");
        String line = RecordJson.line(warning);
        assertFalse(line.chars().anyMatch(unit -> unit < ' ' || unit == 0x202E), line);
        assertEquals(warning, AvroJson.read(line, ScamWarning.class));
    }
}
