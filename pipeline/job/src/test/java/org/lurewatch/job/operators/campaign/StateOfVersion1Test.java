package org.lurewatch.job.operators.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.codec.LinkRecords;
import org.lurewatch.schemas.CampaignNews;
import org.lurewatch.schemas.CampaignReason;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.PostingTie;

/** Writes. */
class StateOfVersion1Test {
    private static final Path FOLDER = Path.of("src/test/resources/state/v1");

    @Test
    void write() throws Exception {
        FOLDER.toFile().mkdirs();
        PostingTie tie;
        try (var links = Harnesses.links(1, 0)) {
            links.open();
            for (LinkSighting sighting :
                    LinkRecords.sightings(ExampleAssessed.likely("1", ExampleAssessed.NOON, "hr"))) {
                links.processElement(sighting, ExampleAssessed.NOON);
            }
            write("links", links.snapshot(1, 1));
            for (LinkSighting sighting :
                    LinkRecords.sightings(ExampleAssessed.honest("2", ExampleAssessed.NOON + 1, "hr"))) {
                links.processElement(sighting, ExampleAssessed.NOON + 1);
            }
            assertEquals(1, links.extractOutputValues().size());
            tie = links.extractOutputValues().get(0);
        }
        try (var ledger = Harnesses.ledger()) {
            ledger.open();
            ledger.processElement1(tie, ExampleAssessed.NOON + 1);
            write("ledger", ledger.snapshot(1, 1));
        }
        try (var postings = Harnesses.postings(1, 0)) {
            postings.open();
            postings.processElement1(ExampleAssessed.likely("1", ExampleAssessed.NOON, "hr"), ExampleAssessed.NOON);
            postings.processElement1(
                    ExampleAssessed.honest("2", ExampleAssessed.NOON + 1, "hr"), ExampleAssessed.NOON + 1);
            for (String id : List.of("1", "2")) {
                postings.processElement2(news(id), ExampleAssessed.NOON + 1);
            }
            write("postings", postings.snapshot(1, 1));
            try (var campaigns = Harnesses.campaigns(1, 0)) {
                campaigns.open();
                for (var sample : postings.getSideOutput(CampaignSamples.TAG)) {
                    campaigns.processElement(sample.getValue(), ExampleAssessed.NOON + 1);
                }
                write("campaigns", campaigns.snapshot(1, 1));
            }
        }
    }

    private static PostingNews news(String id) {
        return new PostingNews(
                ExampleAssessed.id(id),
                new CampaignNews(
                        "c1",
                        2,
                        CampaignStanding.OPEN,
                        id.equals("1")
                                ? List.of()
                                : List.of(new CampaignReason("campaign_same_people", 3.5, "another posting")),
                        "two postings are of one hand"),
                null);
    }

    private static void write(String name, OperatorSubtaskState state) throws Exception {
        OperatorSnapshotUtil.writeStateHandle(
                state, FOLDER.resolve(name + ".snapshot").toString());
    }
}
