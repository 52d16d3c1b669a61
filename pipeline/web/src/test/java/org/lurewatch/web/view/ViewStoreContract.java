package org.lurewatch.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.web.view.TestingRecords.START;
import static org.lurewatch.web.view.TestingRecords.campaign;
import static org.lurewatch.web.view.TestingRecords.erased;
import static org.lurewatch.web.view.TestingRecords.read;
import static org.lurewatch.web.view.TestingRecords.review;
import static org.lurewatch.web.view.TestingRecords.trend;
import static org.lurewatch.web.view.TestingRecords.warning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.json.RecordJson;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;
import org.lurewatch.web.http.Problem;

/** What a view does in whichever database it is kept. */
abstract class ViewStoreContract {
    private static final org.lurewatch.detection.assess.Verdict CLEARED =
            org.lurewatch.detection.assess.Verdict.NO_SIGN_FOUND;

    abstract ViewStore store();

    @Test
    void theNewestRevisionOfAWarningIsKeptAsItIsPrinted() {
        ScamWarning newest = warning("a", 2, 5);
        store().apply(List.of(read(0, 0, warning("a", 1, 1)), read(0, 1, newest), read(0, 2, warning("a", 1, 9))));

        StoredWarning stored = store().warningOf("board", "a").orElseThrow();
        assertEquals(RecordJson.line(newest), stored.json().toString());
        assertEquals(2, stored.revision());
        assertEquals(START.plusSeconds(300), stored.at());
        assertEquals(Optional.of("task_scam"), stored.scamType());
        assertEquals(Optional.of(stored), store().warning(newest.getWarningId()));
        assertEquals(Optional.empty(), store().warningOf("board", "b"));
        assertTrue(store().mayKnow("board", "a", List.of(), CLEARED, Footprint.NONE));
        assertFalse(store().mayKnow("board", "b", List.of(), CLEARED, Footprint.NONE));
    }

    @Test
    void theCourseOfAWarningIsKept() {
        ScamWarning second = ScamWarning.newBuilder(warning("a", 2, 5))
                .setVerdict(Verdict.NO_SIGN_FOUND)
                .setScore(0.01)
                .setScamType(null)
                .setCampaignId("c")
                .setRevisionReason("reviewers say of this posting: legitimate")
                .build();
        store().apply(List.of(
                read(0, 0, warning("a", 1, 1)),
                read(0, 1, second),
                read(0, 2, warning("b", 1, 1)),
                read(0, 3, second),
                read(0, 4, warning("a", 2, 4)),
                read(0, 5, warning("a", 1, 2))));

        List<StoredRevision> course = store().revisionsOf("board", "a");
        assertEquals(
                List.of(2, 1), course.stream().map(StoredRevision::revision).toList());
        assertEquals(
                new StoredRevision(
                        2,
                        START.plusSeconds(300),
                        "NO_SIGN_FOUND",
                        0.01,
                        Optional.empty(),
                        Optional.of("c"),
                        Optional.of("reviewers say of this posting: legitimate")),
                course.get(0));
        assertEquals(START.plusSeconds(120), course.get(1).at(), "of two with one revision the later holds");
        assertEquals(EnumSet.allOf(StoredRevision.Part.class), course.get(0).changesSince(course.get(1)));
        assertEquals(1, store().revisionsOf("board", "b").size());
        assertEquals(List.of(), store().revisionsOf("board", "c"));

        store().apply(List.of(erased(ViewTopic.WARNINGS, 0, 6, "board/a")));
        assertEquals(List.of(), store().revisionsOf("board", "a"));
        assertEquals(1, store().revisionsOf("board", "b").size());
    }

    @Test
    void ofALongCourseTheNewestRevisionsAreKept() {
        List<ViewRecord> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            records.add(read(0, i, warning("a", 1 + (i * 7) % 60, i)));
        }
        store().apply(records);

        List<StoredRevision> course = store().revisionsOf("board", "a");
        assertEquals(50, course.size());
        assertEquals(60, course.get(0).revision());
        assertEquals(11, course.get(49).revision());
    }

    @Test
    void whatWasReadBeforeChangesNothing() {
        List<ViewRecord> records = List.of(read(0, 7, warning("a", 1, 1)), erased(ViewTopic.WARNINGS, 0, 8, "board/a"));
        assertEquals(2, store().apply(records));
        assertEquals(0, store().apply(records), "the warning does not come back");
        assertEquals(Optional.empty(), store().warningOf("board", "a"));
        assertEquals(OptionalLong.of(9), store().nextOffset(ViewTopic.WARNINGS, 0));
        assertEquals(OptionalLong.empty(), store().nextOffset(ViewTopic.WARNINGS, 1));

        assertEquals(1, store().apply(List.of(read(0, 9, warning("a", 1, 20)))), "it was warned of anew");
        assertEquals(Optional.of(START.plusMillis(7)), store().knowsSince());
    }

    @Test
    void aBatchIsWrittenWithHowFarItCameOrNotAtAll() {
        ScamWarning broken = warning("b", 1, 1);
        broken.setWarningId(null);
        List<ViewRecord> batch =
                List.of(read(0, 0, warning("a", 1, 1)), read(0, 0, campaign("c", 1, 1)), read(0, 1, broken));
        assertThrows(RuntimeException.class, () -> store().apply(batch));
        assertEquals(Optional.empty(), store().warningOf("board", "a"));
        assertEquals(Optional.empty(), store().campaign("c"));
        assertEquals(OptionalLong.empty(), store().nextOffset(ViewTopic.WARNINGS, 0));
        assertEquals(0, store().position().sequence());
        assertEquals(2, store().apply(batch.subList(0, 2)));
    }

    @Test
    void slicesHoldWhileWarningsComeIn() {
        List<ViewRecord> records = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            records.add(read(0, i, warning("w" + i, 1, i / 2)));
        }
        store().apply(records);

        List<String> seen = new ArrayList<>();
        ViewSlice<StoredWarning> slice = store().warnings(WarningFilter.ALL, Optional.empty(), 3);
        slice.items().forEach(each -> seen.add(each.postingId()));
        store().apply(List.of(read(0, 7, warning("later", 1, 60))));
        while (slice.next().isPresent()) {
            slice = store().warnings(WarningFilter.ALL, slice.next(), 3);
            slice.items().forEach(each -> seen.add(each.postingId()));
        }
        assertEquals(7, seen.size(), seen::toString);
        assertEquals(Set.of("w0", "w1", "w2", "w3", "w4", "w5", "w6"), Set.copyOf(seen));
        assertEquals("w6", seen.get(0));

        for (String broken : List.of("", "x", "MTIz", "%", "a".repeat(5_000))) {
            Problem problem =
                    assertThrows(Problem.class, () -> store().warnings(WarningFilter.ALL, Optional.of(broken), 3));
            assertEquals(400, problem.status());
        }
    }

    @Test
    void warningsAreFoundByWhatTheyAre() {
        ScamWarning other = ScamWarning.newBuilder(warning("o", 1, 10))
                .setLanguage(null)
                .setScamType(null)
                .setSource("chat")
                .setCampaignId("old")
                .build();
        store().apply(List.of(
                read(0, 0, warning("a", 1, 1)),
                read(0, 1, other),
                read(0, 0, campaign("new", 1, 1)),
                read(
                        0,
                        1,
                        Campaign.newBuilder(campaign("old", 2, 1))
                                .setMergedInto("new")
                                .build())));

        assertEquals(List.of("o", "a"), ids(WarningFilter.ALL));
        assertEquals(List.of("o"), ids(filter(Set.of("und"), Set.of(), Set.of())));
        assertEquals(List.of("a"), ids(filter(Set.of("th"), Set.of("task_scam"), Set.of("board"))));
        assertEquals(List.of(), ids(filter(Set.of("t"), Set.of(), Set.of())));
        assertEquals(List.of("o"), ids(filter(Set.of(), Set.of(), Set.of("chat"))));
        assertEquals(List.of(), ids(filter(Set.of(), Set.of(), Set.of("' OR 1=1 --"))));
        assertEquals(
                List.of("o"),
                store().warningsOf("new", 10).stream()
                        .map(StoredWarning::postingId)
                        .toList(),
                "its campaign turned out to be part of that one");
        assertEquals(
                List.of("a"),
                ids(new WarningFilter(
                        Optional.of(START),
                        Optional.of(START.plusSeconds(600)),
                        Set.of(),
                        Set.of(),
                        Set.of("LIKELY_SCAM"),
                        Set.of(),
                        Optional.empty())));
    }

    @Test
    void campaignsAreFoundByLanguageSourceAndContact() {
        store().apply(List.of(
                read(0, 0, campaign("c", 1, 1)),
                read(0, 1, campaign("d", 1, 2)),
                read(
                        0,
                        2,
                        Campaign.newBuilder(campaign("d", 2, 2))
                                .setLanguages(List.of("es"))
                                .setHandles(List.of("LINE:other"))
                                .build())));

        assertEquals(List.of("d", "c"), campaigns(Set.of(), Set.of()));
        assertEquals(List.of("c"), campaigns(Set.of("zh"), Set.of("board")));
        assertEquals(List.of("d"), campaigns(Set.of("es"), Set.of()));
        assertEquals(List.of(), campaigns(Set.of(), Set.of("elsewhere")));
        assertEquals(
                List.of("c"),
                store().largestWith(List.of("TELEGRAM:example_desk")).stream()
                        .map(StoredCampaign::campaignId)
                        .toList());
        assertEquals(Optional.empty(), store().largestWith(List.of()));
        assertTrue(store().mayKnow("s", "new", List.of("LINE:nobody", "LINE:other"), CLEARED, Footprint.NONE));
        assertFalse(store().mayKnow("s", "new", List.of("LINE:nobody"), CLEARED, Footprint.NONE));
        assertEquals(2, store().campaign("d").orElseThrow().revision());

        store().apply(List.of(erased(ViewTopic.CAMPAIGNS, 0, 3, "c")));
        assertEquals(Optional.empty(), store().campaign("c"));
        assertEquals(Optional.empty(), store().largestWith(List.of("TELEGRAM:example_desk")));
    }

    @Test
    void trendsAndReviews() {
        store().apply(List.of(
                read(0, 0, trend("task_scam", 0, 2)),
                read(0, 1, trend("task_scam", 0, 1)),
                read(0, 2, trend("advance_fee", 1, 1)),
                read(0, 0, review("r", "a", "ann", 1)),
                read(0, 1, review("r", "a", "ann", 1)),
                read(0, 2, review("", "a", "ben", 3))));

        assertEquals(2, store().trends(TrendFilter.ALL).size());
        List<StoredTrend> found = store().trends(new TrendFilter(
                Optional.empty(), Optional.empty(), OptionalInt.of(1), Set.of("SCAM_TYPE"), Set.of("task_scam")));
        assertEquals(List.of(20L), found.stream().map(StoredTrend::postings).toList());
        assertEquals(5, found.get(0).warnings());
        ViewSlice<StoredTrend> first = store().trends(TrendFilter.ALL, Optional.empty(), 1);
        assertEquals("advance_fee", first.items().get(0).value());
        assertEquals(
                "task_scam",
                store().trends(TrendFilter.ALL, first.next(), 1).items().get(0).value());

        assertEquals(
                List.of("ben", "ann"),
                store().reviewsOf("board", "a").stream()
                        .map(StoredReview::reviewer)
                        .toList());
    }

    @Test
    void whatIsOlderIsForgotten() {
        store().apply(List.of(
                read(0, 0, warning("a", 1, 1)),
                read(0, 1, warning("b", 1, 90)),
                read(0, 0, campaign("c", 1, 1)),
                read(0, 0, trend("task_scam", 0, 1)),
                read(0, 0, review("r", "a", "ann", 1))));

        assertTrue(store().forgetBefore(START.plusSeconds(3600)) >= 4);
        assertEquals(List.of("b"), ids(WarningFilter.ALL));
        assertEquals(List.of(), store().revisionsOf("board", "a"));
        assertEquals(1, store().revisionsOf("board", "b").size());
        assertEquals(Optional.empty(), store().campaign("c"));
        assertEquals(List.of(), store().trends(TrendFilter.ALL));
        assertEquals(List.of(), store().reviewsOf("board", "a"));
        assertEquals(Optional.of(START.plusSeconds(3600)), store().knowsSince());
    }

    @Test
    void whatIsWrittenGetsANumberAndIsTold() {
        AtomicInteger told = new AtomicInteger();
        store().addListener(told::incrementAndGet);
        store().apply(List.of(read(0, 0, warning("a", 1, 1)), read(0, 1, warning("b", 1, 1))));
        ViewStore.Position after = store().position();
        assertEquals(1, told.get());
        store().apply(List.of(read(0, 1, warning("b", 1, 1))));
        assertEquals(1, told.get(), "nothing has changed");
        assertEquals(after, store().position());

        store().apply(List.of(read(0, 2, warning("a", 2, 2))));
        List<ViewStore.Written> written = store().writtenAfter(after.sequence(), WarningFilter.ALL, 10);
        assertEquals(1, written.size());
        assertEquals("a", written.get(0).warning().postingId());
        assertEquals(store().position().sequence(), written.get(0).sequence());
        assertEquals(2, store().writtenAfter(0, WarningFilter.ALL, 10).size());
    }

    @Test
    void aViewOfOtherTopicsIsEmptied() {
        assertFalse(store().readFrom("one"));
        store().apply(List.of(read(0, 0, warning("a", 1, 1))));
        ViewStore.Position before = store().position();
        assertFalse(store().readFrom("one"));
        assertEquals(before, store().position());

        assertTrue(store().readFrom("another"));
        assertEquals(List.of(), ids(WarningFilter.ALL));
        assertEquals(List.of(), store().revisionsOf("board", "a"));
        assertEquals(OptionalLong.empty(), store().nextOffset(ViewTopic.WARNINGS, 0));
        assertEquals(Optional.empty(), store().knowsSince());
        assertFalse(before.storeId().equals(store().position().storeId()));
    }

    @Test
    void noNameIsTooStrangeToBeKept() {
        String strange = "a\0b/" + "\u0E01".repeat(990);
        ScamWarning warning = ScamWarning.newBuilder(warning(strange, 1, 1))
                .setSource(strange)
                .setCampaignId(strange)
                .setLanguage(strange)
                .build();
        Campaign campaign = Campaign.newBuilder(campaign(strange, 1, 1))
                .setSources(List.of(strange))
                .setHandles(List.of("MAILBOX:" + strange))
                .setTemplate("{other}{")
                .setSlots(List.of())
                .build();
        store().apply(List.of(read(0, 0, warning), read(0, 0, campaign)));

        assertEquals(strange, store().warningOf(strange, strange).orElseThrow().postingId());
        assertEquals(1, ids(filter(Set.of(), Set.of(), Set.of(strange))).size());
        assertTrue(store().campaign(strange).isPresent());
        assertTrue(store().largestWith(List.of("MAILBOX:" + strange)).isPresent());
        assertEquals(1, store().warningsOf(strange, 5).size());
    }

    private List<String> ids(WarningFilter filter) {
        return store().warnings(filter, Optional.empty(), 100).items().stream()
                .map(StoredWarning::postingId)
                .toList();
    }

    private List<String> campaigns(Set<String> languages, Set<String> sources) {
        return store()
                .campaigns(
                        new CampaignFilter(Optional.empty(), Optional.empty(), languages, Set.of(), Set.of(), sources),
                        Optional.empty(),
                        100)
                .items()
                .stream()
                .map(StoredCampaign::campaignId)
                .toList();
    }

    private static WarningFilter filter(Set<String> languages, Set<String> types, Set<String> sources) {
        return new WarningFilter(
                Optional.empty(), Optional.empty(), languages, types, Set.of(), sources, Optional.empty());
    }
}
