package org.lurewatch.job.operators.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.id;
import static org.lurewatch.job.operators.campaign.ExampleAssessed.likely;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.ValueFormat;
import org.lurewatch.job.operators.CountedFlow;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.RecordSerializer;
import org.lurewatch.job.operators.TopicOutput;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignMember;
import org.lurewatch.schemas.CampaignNews;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.PostingTie;
import org.lurewatch.schemas.RecordPosition;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/** A posting that is to be forgotten, in every operator that remembers. */
class ErasureTest {
    private static final long NOON = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
    private static final PostingErasure ERASURE = new PostingErasure(id("1"), "board", "1", 0, 10L, NOON + 10);

    @Test
    void aLinkForgetsThePostingAndKeepsTheOthers() throws Exception {
        try (var links = Harnesses.links(1, 0)) {
            links.open();
            see(links, at(1, likely("1", NOON, "hr")));
            see(links, at(2, likely("2", NOON + 1, "hr")));
            int before = links.extractOutputValues().size();

            links.processElement2(ERASURE, NOON + 10);
            see(links, at(12, likely("3", NOON + 12, "hr")));

            List<PostingTie> ties = links.extractOutputValues();
            assertEquals(id("1"), ties.get(before).getErased(), "goes on to the ledger, behind the ties");
            assertEquals(
                    List.of(id("2")),
                    ties.subList(before + 1, ties.size()).stream()
                            .map(tie -> tie.getEarlier().getPosting())
                            .toList());
        }
    }

    @Test
    void aLinkThatOnlyThePostingHadIsGone() throws Exception {
        try (var links = Harnesses.links(1, 0)) {
            links.open();
            see(links, at(1, likely("1", NOON, "hr")));
            assertEquals(2, links.numKeyedStateEntries(), "its contact and its text");

            links.processElement2(ERASURE, NOON + 10);

            assertEquals(0, links.numKeyedStateEntries());
        }
    }

    @Test
    void whatWasReadBeforeTheRequestAndComesLateIsNotLinkedButWhatWasReadBehindItIs() throws Exception {
        try (var links = Harnesses.links(1, 0)) {
            links.open();
            links.processElement2(ERASURE, NOON + 10);
            see(links, at(9, likely("1", NOON, "hr")));
            assertEquals(0, links.numKeyedStateEntries());

            see(links, at(11, likely("1", NOON, "hr")));
            assertEquals(2, links.numKeyedStateEntries());
        }
    }

    @Test
    void theLedgerNamesEveryCampaignThatMayHaveToldOfThePosting() throws Exception {
        try (var ledger = Harnesses.ledger()) {
            ledger.open();
            ledger.processElement1(ExampleTies.tie(likely("1", NOON, "hr"), likely("2", NOON + 1, "hr")), NOON + 1);
            ledger.processElement1(ExampleTies.tie(likely("3", NOON + 2, "hr"), likely("4", NOON + 3, "hr")), NOON + 3);
            ledger.processElement1(ExampleTies.tie(likely("2", NOON + 1, "hr"), likely("3", NOON + 2, "hr")), NOON + 4);
            int before = ledger.extractOutputValues().size();

            ledger.processElement1(Erasures.tie(ERASURE), NOON + 10);
            ledger.processElement1(Erasures.tie(ERASURE), NOON + 10);

            List<PostingNews> news = ledger.extractOutputValues();
            assertEquals(before + 1, news.size(), "the second request finds nothing more");
            assertEquals(id("1"), news.get(before).getPosting());
            assertEquals(2, news.get(before).getErasedFrom().size(), "its own, and the one that became part of it");
        }
    }

    @Test
    void thePostingIsForgottenAndItsWarningsAreRemoved() throws Exception {
        try (var postings = Harnesses.postings(1, 0)) {
            postings.open();
            postings.processElement1(new StreamRecord<>(at(1, likely("1", NOON, "hr")), NOON));
            postings.processElement2(new StreamRecord<>(
                    new PostingNews(
                            id("1"),
                            new CampaignNews("c1", 2, CampaignStanding.OPEN, List.of(), "why"),
                            null,
                            null,
                            List.of()),
                    NOON + 1));
            postings.processElement2(new StreamRecord<>(Erasures.news(ERASURE), NOON + 10));
            ScamWarning tombstone = postings.extractOutputValues()
                    .get(postings.extractOutputValues().size() - 1);
            assertTrue(Erasures.isErased(tombstone));
            int sent = postings.extractOutputValues().size();

            postings.processElement2(new StreamRecord<>(
                    new PostingNews(id("1"), null, CampaignStanding.CONFIRMED, null, List.of()), NOON + 11));
            postings.processElement1(new StreamRecord<>(at(9, likely("1", NOON + 1, "hr")), NOON + 1));
            assertEquals(sent, postings.extractOutputValues().size(), "late news and a late record change nothing");
            assertEquals(1, CountedFlow.of(postings).get(FlowCounters.WITHHELD));

            postings.processElement2(new StreamRecord<>(Erasures.news(id("1"), List.of("c1", "c0")), NOON + 12));
            assertEquals(
                    List.of("c1", "c0"),
                    erased(postings.getSideOutput(CampaignSamples.TAG)).stream()
                            .map(CampaignSample::getCampaign)
                            .toList());

            postings.processElement1(new StreamRecord<>(at(11, likely("1", NOON + 20, "hr")), NOON + 20));
            List<ScamWarning> all = postings.extractOutputValues();
            assertEquals(1, all.get(all.size() - 1).getRevision(), "sent again, it is a posting like any other");
            assertNull(all.get(all.size() - 1).getCampaignId());
        }
    }

    @Test
    void aRequestForAPostingThatWasNeverReadRemovesWhatASweepMayHaveSent() throws Exception {
        try (var postings = Harnesses.postings(1, 0)) {
            postings.open();
            postings.processElement2(new StreamRecord<>(Erasures.news(ERASURE), NOON + 10));

            assertEquals(List.of(Erasures.warning(ERASURE)), postings.extractOutputValues());
        }
    }

    @Test
    void aCampaignIsToldOfAnewWithoutThePosting() throws Exception {
        try (var campaigns = Harnesses.campaigns(1, 0)) {
            campaigns.open();
            campaigns.processElement(sample(1, 1, likely("1", NOON, "hr", "only_of_1")), NOON);
            campaigns.processElement(sample(2, 2, likely("2", NOON + 1, "hr")), NOON + 1);
            Campaign before = campaigns
                    .extractOutputValues()
                    .get(campaigns.extractOutputValues().size() - 1);
            assertEquals(List.of("board/1", "board/2"), before.getPostingKeys());

            campaigns.processElement(Erasures.sample(id("1"), "c1"), NOON + 10);

            Campaign after = campaigns
                    .extractOutputValues()
                    .get(campaigns.extractOutputValues().size() - 1);
            assertEquals(before.getRevision() + 1, after.getRevision());
            assertEquals(List.of("board/2"), after.getPostingKeys());
            assertEquals(List.of("TELEGRAM:hr"), after.getHandles());
            assertNull(after.getTemplate());

            int told = campaigns.extractOutputValues().size();
            campaigns.processElement(Erasures.sample(id("1"), "c1"), NOON + 11);
            assertEquals(told, campaigns.extractOutputValues().size(), "once");

            campaigns.processElement(Erasures.sample(id("2"), "c1"), NOON + 12);
            assertTrue(Erasures.isErased(campaigns.extractOutputValues().get(told)), "nothing is left of it");
        }
    }

    @Test
    void whatStandsForNoValueHasNoneOnTheTopic() {
        RecordSerializer<ScamWarning> serializer =
                RecordSerializer.ofWarnings(new TopicOutput("warnings", ValueFormat.JSON, null, "/lurewatch/test"));
        serializer.open(null, null);

        ProducerRecord<byte[], byte[]> record = serializer.serialize(Erasures.warning(ERASURE), null, 0L);

        assertNull(record.value());
        assertEquals("board/1", new String(record.key(), UTF_8));
        assertNotNull(record.headers().lastHeader(Erasures.HEADER));
    }

    @Test
    void everythingThatIsSaidOfAnErasureCrossesTheNetwork() throws Exception {
        for (SpecificRecordBase record : List.of(
                ERASURE,
                Erasures.tie(ERASURE),
                Erasures.news(ERASURE),
                Erasures.news(id("1"), List.of("c1")),
                Erasures.sample(id("1"), "c1"),
                Erasures.memory(ERASURE, NOON),
                Erasures.warning(ERASURE),
                Erasures.campaign("c1", NOON))) {
            assertComesBack(record);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends SpecificRecordBase> void assertComesBack(T record) throws Exception {
        TypeSerializer<T> serializer =
                new AvroTypeInfo<>((Class<T>) record.getClass()).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(record, out);
        assertEquals(record, serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())));
    }

    private static CampaignSample sample(int posting, int count, AssessedPosting assessed) {
        List<String> handles = assessed.getFootprint().getHandles().stream()
                .map(handle -> handle.getKind() + ":" + handle.getValue())
                .toList();
        return CampaignSample.newBuilder()
                .setCampaign("c1")
                .setCount(count)
                .setPosting(CampaignMember.newBuilder()
                        .setPosting(id("" + posting))
                        .setKey("board/" + posting)
                        .setTime(assessed.getEventTime())
                        .setVerdict(Verdict.LIKELY_SCAM)
                        .setScore(0.9)
                        .setHandles(handles)
                        .build())
                .setHandles(handles)
                .setSource("board")
                .setLanguage("en")
                .setSample("earn $ 10" + posting + " a day from home and write to our manager")
                .build();
    }

    private static List<CampaignSample> erased(Iterable<StreamRecord<CampaignSample>> samples) {
        List<CampaignSample> erased = new ArrayList<>();
        samples.forEach(sample -> {
            if (sample.getValue().getErased()) {
                erased.add(sample.getValue());
            }
        });
        return erased;
    }

    private static AssessedPosting at(long offset, AssessedPosting assessed) {
        assessed.getAssessment().setRecord(new RecordPosition("postings", 0, offset));
        return assessed;
    }

    private static void see(
            KeyedTwoInputStreamOperatorTestHarness<String, LinkSighting, PostingErasure, PostingTie> links,
            AssessedPosting posting)
            throws Exception {
        for (LinkSighting sighting : LinkSightings.of(posting)) {
            links.processElement1(sighting, posting.getEventTime());
        }
    }
}
