package org.lurewatch.detection.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.assess.AdvertLanguage;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.posting.IntakeNotes;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class ListRuleTest {
    private static final Instant SINCE = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final String HARBOUR = "Blue Harbour Ltd";
    private static final String TEXT = "A cook for the early shift. ";

    @Test
    void aBlockEntryThatMatchesMakesALikelyScamOfIt() {
        JobPosting posting = posting(HARBOUR, TEXT);
        Assessment own = assessment(Verdict.NO_SIGN_FOUND);

        Assessment listed = ListRule.apply(own, posting, lists(block(ListedKind.EMPLOYER, "BLUE harbour  LTD")), NOW);

        assertEquals(Verdict.LIKELY_SCAM, listed.verdict());
        assertEquals(Verdict.NO_SIGN_FOUND, listed.modelVerdict());
        assertEquals(own.score(), listed.score(), "the score is the model's");
        Evidence first = listed.evidence().get(0);
        assertEquals(ListRule.BLOCKS, first.signal());
        assertEquals("on your block list since 2026-11-01: two complaints (mai)", first.phrase());
        assertEquals(HARBOUR, first.quote());
        assertEquals(PostingField.ORGANIZATION_NAME, first.field());
        assertTrue(first.decisive());
        assertEquals(0, first.contribution());
        assertEquals(Optional.of(new Flip(Verdict.NO_SIGN_FOUND, 0)), listed.flip());
        assertEquals(Verdict.LIKELY_SCAM, listed.lateThresholds().verdict(0), "whatever a campaign adds");
        assertFalse(listed.evidence().get(1).decisive());
    }

    @Test
    void aLikelyScamThatIsBlockedAsWellKeepsItsFlip() {
        Assessment own = assessment(Verdict.LIKELY_SCAM);

        Assessment listed =
                ListRule.apply(own, posting(HARBOUR, TEXT), lists(block(ListedKind.EMPLOYER, HARBOUR)), NOW);

        assertEquals(own.flip(), listed.flip());
        assertEquals(Optional.of(Verdict.LIKELY_SCAM), listed.unlisted());
        assertTrue(listed.evidence().get(0).decisive(), "both would have to go");
        assertTrue(listed.evidence().get(1).decisive());
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"LIKELY_SCAM", "UNSURE"})
    void anAllowEntryThatMatchesClears(Verdict verdict) {
        Assessment own = assessment(verdict);

        Assessment listed =
                ListRule.apply(own, posting(HARBOUR, TEXT), lists(allow(ListedKind.EMPLOYER, HARBOUR)), NOW);

        assertEquals(Verdict.NO_SIGN_FOUND, listed.verdict());
        assertEquals(verdict, listed.modelVerdict());
        assertEquals(own.score(), listed.score());
        assertEquals("on your allow list since 2026-11-01: two complaints (mai)", said(listed));
        assertEquals(Optional.empty(), listed.flip());
        assertEquals(List.of(), listed.questions());
        assertTrue(listed.evidence().stream().noneMatch(Evidence::decisive));
        assertEquals(Verdict.NO_SIGN_FOUND, listed.lateThresholds().verdict(1), "whatever a campaign adds");
    }

    @Test
    void anAllowEntryDoesNotOutweighASayingThatWarnsByItself() {
        Assessment own = assessment(Verdict.LIKELY_SCAM, Optional.of("said.denies_harm"));

        Assessment listed =
                ListRule.apply(own, posting(HARBOUR, TEXT), lists(allow(ListedKind.EMPLOYER, HARBOUR)), NOW);

        assertEquals(Verdict.LIKELY_SCAM, listed.verdict());
        assertEquals(own.flip(), listed.flip());
        assertTrue(said(listed).endsWith("; it does not outweigh said.denies_harm, which warns by itself"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to t.me/somebody_else_hr",
                "WhatsApp +84 90 123 45 67",
                "somebody.else@gmail.com",
                "https://forms.gle/AbCdEf123"
            })
    void anEmployersEntryCoversNoStrangersContact(String contact) {
        Assessment own = assessment(Verdict.LIKELY_SCAM);
        PostingLists lists = lists(allow(ListedKind.EMPLOYER, HARBOUR));

        Assessment listed = ListRule.apply(own, posting(HARBOUR, TEXT + contact), lists, NOW);

        assertEquals(Verdict.LIKELY_SCAM, listed.verdict());
        assertTrue(said(listed).contains("; it does not cover "), said(listed));
        PostingLists both =
                lists(allow(ListedKind.EMPLOYER, HARBOUR), allow(ListedKind.HANDLE, contact.replace("Write to ", "")));
        assertEquals(
                Verdict.NO_SIGN_FOUND,
                ListRule.apply(own, posting(HARBOUR, TEXT + contact), both, NOW).verdict());
    }

    @Test
    void anEmployersEntryCoversTheSitesAndMailboxesOfFirms() {
        assertEquals(
                Verdict.NO_SIGN_FOUND,
                ListRule.apply(
                                assessment(Verdict.LIKELY_SCAM),
                                posting(HARBOUR, TEXT + "hr@blue-harbour.example or https://blue-harbour.example/jobs"),
                                lists(allow(ListedKind.EMPLOYER, HARBOUR)),
                                NOW)
                        .verdict());
    }

    @Test
    void anAllowedDomainCoversItselfAlone() {
        PostingLists lists = lists(allow(ListedKind.DOMAIN, "blue-harbour.example"));
        Assessment own = assessment(Verdict.LIKELY_SCAM);

        assertEquals(
                Verdict.NO_SIGN_FOUND,
                ListRule.apply(own, posting("", TEXT + "https://jobs.blue-harbour.example/cook"), lists, NOW)
                        .verdict());
        for (String other : List.of("https://evil.example/blue-harbour.example", "https://blå.example")) {
            Assessment listed =
                    ListRule.apply(own, posting("", TEXT + "blue-harbour.example partner: " + other), lists, NOW);
            assertEquals(Verdict.LIKELY_SCAM, listed.verdict(), other);
        }
    }

    @Test
    void aDomainMatchesItselfAndWhatIsBelowItInLinksAndMailboxes() {
        PostingLists lists = lists(block(ListedKind.DOMAIN, "evil.example"));
        for (String given : List.of(
                "https://evil.example/apply",
                "hr@mail.EVIL.example",
                "see www.evil.example.",
                "请访问evil.example报名",
                "evil\u200B.example")) {
            Assessment listed = ListRule.apply(assessment(Verdict.UNSURE), posting("", TEXT + given), lists, NOW);
            assertEquals(Verdict.LIKELY_SCAM, listed.verdict(), given);
            Evidence first = listed.evidence().get(0);
            assertEquals(
                    first.quote(), (TEXT + given).substring(first.start(), first.end()), "the place in the raw text");
        }
        for (String other : List.of(
                "https://notevil.example/apply",
                "hr@evil.example.org",
                "https://еvil.example with a Cyrillic letter",
                "an evil example")) {
            Assessment own = assessment(Verdict.UNSURE);
            assertSame(own, ListRule.apply(own, posting("", TEXT + other), lists, NOW), other);
        }
    }

    @Test
    void aDomainInItsOwnLettersAndInPunycodeAreOne() {
        for (String listed : List.of("blå.example", "xn--bl-zia.example")) {
            for (String given : List.of("https://blå.example/x", "hr@xn--bl-zia.example", "https://BLÅ.example")) {
                assertEquals(
                        Verdict.LIKELY_SCAM,
                        ListRule.apply(
                                        assessment(Verdict.NO_SIGN_FOUND),
                                        posting("", TEXT + given),
                                        lists(block(ListedKind.DOMAIN, listed)),
                                        NOW)
                                .verdict(),
                        listed + " in " + given);
            }
        }
    }

    @Test
    void aBlockedHandleMatchesInAllSpellings() {
        PostingLists lists =
                lists(block(ListedKind.HANDLE, "@blue_harbour_hr"), block(ListedKind.HANDLE, "+84901234567"));
        for (String given : List.of(
                "https://t.me/Blue_Harbour_HR",
                "Telegram: @blue_harbour_hr",
                "Zalo +84 90 123 45 67",
                "+84-901-234-567")) {
            assertEquals(
                    Verdict.LIKELY_SCAM,
                    ListRule.apply(assessment(Verdict.NO_SIGN_FOUND), posting("", TEXT + given), lists, NOW)
                            .verdict(),
                    given);
        }
        Assessment own = assessment(Verdict.NO_SIGN_FOUND);
        assertSame(own, ListRule.apply(own, posting("", TEXT + "t.me/blue_harbour_hr2"), lists, NOW));
    }

    @Test
    void aDisguisedHandleIsNotVouchedFor() {
        PostingLists lists = lists(allow(ListedKind.HANDLE, "@blue_harbour_hr"));
        Assessment own = assessment(Verdict.LIKELY_SCAM);

        assertEquals(
                Verdict.NO_SIGN_FOUND,
                ListRule.apply(own, posting("", TEXT + "t.me/blue_harbour_hr"), lists, NOW)
                        .verdict());
        assertEquals(
                Verdict.LIKELY_SCAM,
                ListRule.apply(own, posting("", TEXT + "t.me/bluе_harbour_hr"), lists, NOW)
                        .verdict(),
                "with a Cyrillic letter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Blue Harbor Ltd",
                "Blue Harbours Ltd",
                "Blue Harbour",
                "The Blue Harbour Ltd",
                "Bluе Harbour Ltd"
            })
    void aNameThatResemblesABlockedOneIsShownAndNeverAccused(String name) {
        Assessment own = assessment(Verdict.NO_SIGN_FOUND);

        Assessment listed = ListRule.apply(own, posting(name, TEXT), lists(block(ListedKind.EMPLOYER, HARBOUR)), NOW);

        assertEquals(Verdict.NO_SIGN_FOUND, listed.verdict());
        assertEquals(own.thresholds(), listed.lateThresholds());
        assertEquals(Optional.empty(), listed.unlisted());
        assertEquals(ListRule.RESEMBLES, listed.evidence().get(0).signal());
        assertEquals(0, listed.evidence().get(0).contribution());
        assertEquals(
                "resembles Blue Harbour Ltd, which is on your block list; that says nothing of this employer",
                said(listed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Harbour", "Blue Mountain Ltd", "Red Harbour Ltd", "Ltd"})
    void anotherNameIsNotMentioned(String name) {
        Assessment own = assessment(Verdict.UNSURE);

        assertSame(own, ListRule.apply(own, posting(name, TEXT), lists(block(ListedKind.EMPLOYER, HARBOUR)), NOW));
    }

    @Test
    void theBlockListGoesBeforeTheAllowListAndSaysSo() {
        PostingLists lists = lists(allow(ListedKind.EMPLOYER, HARBOUR), block(ListedKind.DOMAIN, "evil.example"));

        Assessment listed =
                ListRule.apply(assessment(Verdict.UNSURE), posting(HARBOUR, TEXT + "evil.example"), lists, NOW);

        assertEquals(Verdict.LIKELY_SCAM, listed.verdict());
        assertEquals(
                List.of(ListRule.BLOCKS, ListRule.ALLOWS),
                listed.evidence().stream().map(Evidence::signal).limit(2).toList());
        assertTrue(listed.evidence().get(1).phrase().endsWith("; the block list goes before it"));
    }

    @Test
    void aTextAboutScamsMayQuoteWhatIsBlocked() {
        Assessment own = assessment(Verdict.ABOUT_SCAMS);
        PostingLists lists = lists(block(ListedKind.DOMAIN, "evil.example"), block(ListedKind.EMPLOYER, HARBOUR));

        Assessment quotes = ListRule.apply(own, posting("", TEXT + "evil.example"), lists, NOW);

        assertEquals(Verdict.ABOUT_SCAMS, quotes.verdict());
        assertTrue(said(quotes).endsWith("; a text about scams may quote it"));
        assertEquals(
                Verdict.LIKELY_SCAM,
                ListRule.apply(own, posting(HARBOUR, TEXT), lists, NOW).verdict(),
                "but not come from a blocked employer");
    }

    @Test
    void anEntryThatHasEndedOrNotBegunSaysNothing() {
        Assessment own = assessment(Verdict.UNSURE);
        ListEntry ended = entry(ListName.BLOCK, ListedKind.EMPLOYER, HARBOUR, Optional.of(NOW));
        JobPosting posting = posting(HARBOUR, TEXT);

        assertSame(own, ListRule.apply(own, posting, lists(ended), NOW));
        assertSame(own, ListRule.apply(own, posting, lists(ended), SINCE.minus(Duration.ofDays(1))));
        assertEquals(
                Verdict.LIKELY_SCAM,
                ListRule.apply(own, posting, lists(ended), NOW.minusMillis(1)).verdict());
    }

    @Property(tries = 200)
    void withoutAMatchItIsTheSameAssessment(@ForAll String employer, @ForAll String text) {
        Assessment own = assessment(Verdict.UNSURE);
        PostingLists lists = lists(
                block(ListedKind.EMPLOYER, "zzzz qqqq"),
                block(ListedKind.DOMAIN, "zzzz.example"),
                allow(ListedKind.HANDLE, "@zzzz_qqqq_xxxx"));

        assertSame(own, ListRule.apply(own, posting(employer, TEXT + text), lists, NOW));
        assertSame(own, ListRule.apply(own, posting(employer, TEXT + text), PostingLists.NONE, NOW));
    }

    @Property(tries = 100)
    void theOrderOfEntriesAndRepetitionsChangeNothing(@ForAll Random random) {
        List<ListEntry> entries = new ArrayList<>(List.of(
                block(ListedKind.EMPLOYER, HARBOUR),
                block(ListedKind.EMPLOYER, "Blue Harbour Ltd Manila"),
                allow(ListedKind.DOMAIN, "blue-harbour.example"),
                block(ListedKind.HANDLE, "@somebody_else_hr")));
        JobPosting posting = posting("Blue Harbour Ltd Cebu", TEXT + "t.me/somebody_else_hr blue-harbour.example");
        Assessment first = ListRule.apply(assessment(Verdict.UNSURE), posting, PostingLists.of(entries), NOW);

        entries.add(entries.get(random.nextInt(entries.size())));
        Collections.shuffle(entries, random);

        PostingLists again = PostingLists.of(entries);
        assertEquals(first, ListRule.apply(assessment(Verdict.UNSURE), posting, again, NOW));
        assertEquals(4, again.entries().size());
    }

    @Test
    void aLaterCommandOnTheSameValueTakesThePlaceOfTheEarlier() {
        PostingLists.Builder lists = new PostingLists.Builder()
                .change(ListChange.put(block(ListedKind.EMPLOYER, HARBOUR)))
                .change(ListChange.put(allow(ListedKind.EMPLOYER, "blue harbour ltd")));
        assertEquals(
                List.of(ListName.ALLOW),
                lists.build().entries().stream().map(ListEntry::list).toList());

        lists.change(ListChange.remove(ListedKind.EMPLOYER, "Blue Harbour LTD"));
        assertTrue(lists.build().isEmpty());
    }

    private static String said(Assessment listed) {
        return listed.evidence().get(0).phrase();
    }

    private static PostingLists lists(ListEntry... entries) {
        return PostingLists.of(List.of(entries));
    }

    private static ListEntry block(ListedKind kind, String value) {
        return entry(ListName.BLOCK, kind, value, Optional.empty());
    }

    private static ListEntry allow(ListedKind kind, String value) {
        return entry(ListName.ALLOW, kind, value, Optional.empty());
    }

    private static ListEntry entry(ListName list, ListedKind kind, String value, Optional<Instant> until) {
        return ListEntry.of(kind, value, list, "two complaints", "mai", SINCE, until);
    }

    private static JobPosting posting(String employer, String text) {
        return new JobPosting(
                "1",
                "board",
                Map.of(PostingField.ORGANIZATION_NAME, employer, PostingField.DESCRIPTION, text),
                null,
                null);
    }

    private static Assessment assessment(Verdict verdict) {
        return assessment(verdict, Optional.empty());
    }

    private static Assessment assessment(Verdict verdict, Optional<String> alone) {
        boolean suspicious = verdict.isSuspicious();
        return new Assessment(
                "1",
                "board",
                0.4,
                verdict,
                Optional.empty(),
                Optional.empty(),
                List.of(new Evidence(
                        "wording", "", "", PostingField.DESCRIPTION, 0, 6, "A cook", "", "", 0, 0.5, suspicious)),
                suspicious ? Optional.of(new Flip(Verdict.NO_SIGN_FOUND, 0)) : Optional.empty(),
                verdict == Verdict.UNSURE ? List.of("Who pays?") : List.of(),
                new BundleId("1", "ab"),
                PolicyChoice.DEFAULT,
                new Thresholds(0.00067, 0.2, 0.5),
                new AdvertLanguage(Optional.of("en"), true),
                Footprint.NONE,
                IntakeNotes.NONE,
                alone,
                Optional.empty());
    }
}
