package org.lurewatch.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignMember;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.CampaignState;
import org.lurewatch.schemas.TemplateSample;
import org.lurewatch.schemas.TemplateSlot;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

class CampaignRecordsTest {
    static {
        TrustedClasses.register();
    }

    @Test
    void whatIsRememberedComesBackAsItWas() {
        List<TemplateSlot> slots = List.of(new TemplateSlot("pay", List.of("100", "200")));
        Campaign published = Campaign.newBuilder()
                .setCampaignId("c1")
                .setRevision(3)
                .setPostings(2)
                .setTemplate("earn {pay}")
                .setSlots(slots)
                .setHandles(List.of("TELEGRAM:hr"))
                .setSources(List.of("board"))
                .setLanguages(List.of("en"))
                .setEmployers(1)
                .setFirstSeen(Instant.ofEpochMilli(1))
                .setLastSeen(Instant.ofEpochMilli(2))
                .setScore(0.9)
                .setVerdict(Verdict.UNSURE)
                .setScamType("task_scam")
                .setStanding(CampaignStanding.DISPUTED)
                .setMergedInto("c0")
                .setPostingKeys(List.of("board/1"))
                .setUpdatedAt(Instant.ofEpochMilli(3))
                .build();
        CampaignState state = new CampaignState(
                List.of(
                        new CampaignMember(
                                "1",
                                "board/1",
                                1L,
                                Verdict.LIKELY_SCAM,
                                0.9,
                                "task_scam",
                                5L,
                                CampaignStanding.OPEN,
                                List.of("TELEGRAM:hr")),
                        new CampaignMember(
                                "2",
                                "board/2",
                                2L,
                                Verdict.NO_SIGN_FOUND,
                                0.1,
                                null,
                                0L,
                                CampaignStanding.CLEARED,
                                List.of())),
                List.of(new TemplateSample("1", 1L, "earn 100")),
                2,
                List.of("TELEGRAM:hr"),
                List.of("board"),
                List.of("en"),
                1L,
                2L,
                "c0",
                "earn {pay}",
                slots,
                published,
                4L);
        CampaignState empty = CampaignState.newBuilder().build();

        assertEquals(state, CampaignRecords.toAvro(CampaignRecords.toDomain(state)));
        assertEquals(empty, CampaignRecords.toAvro(CampaignRecords.toDomain(empty)));
    }
}
