package org.lurewatch.detection.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.detection.campaign.Sightings.OTHER_TEXT;
import static org.lurewatch.detection.campaign.Sightings.TEXT;
import static org.lurewatch.detection.campaign.Sightings.honest;
import static org.lurewatch.detection.campaign.Sightings.likely;
import static org.lurewatch.detection.campaign.Sightings.unsure;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LinkRuleTest {
    @Test
    void one_contact_ties_whatever_the_texts() {
        LinkMemory memory = memory(LinkKind.PERSON, unsure("a", 1, TEXT));
        List<Tie> ties =
                see(LinkKind.PERSON, memory, honest("b", 2, 7, OTHER_TEXT)).ties();
        assertEquals(1, ties.size());
        assertEquals("a", ties.get(0).earlier().posting());
        assertTrue(ties.get(0).readDifferently());
    }

    @Test
    void a_posting_seen_again_is_not_tied_to_itself_and_counts_once() {
        LinkMemory memory = memory(LinkKind.PERSON, unsure("a", 1, TEXT));
        LinkRule.Linked again = see(LinkKind.PERSON, memory, unsure("a", 5, TEXT));
        assertEquals(List.of(), again.ties());
        assertEquals(1, again.memory().suspicious());
        assertEquals(1, again.memory().sightings().size());
    }

    @Test
    void a_late_posting_is_the_earlier_one_of_the_tie() {
        LinkMemory memory = memory(LinkKind.PERSON, unsure("a", 100, TEXT));
        Tie tie = see(LinkKind.PERSON, memory, unsure("late", 1, TEXT)).ties().get(0);
        assertEquals("late", tie.earlier().posting());
        assertEquals("a", tie.later().posting());
    }

    @Test
    void a_switchboard_of_many_honest_strangers_ties_nobody_by_itself() {
        LinkMemory memory = LinkMemory.EMPTY;
        for (int i = 1; i <= 10; i++) {
            memory = see(LinkKind.PERSON, memory, honest("client-" + i, i, i, Sightings.text(i)))
                    .memory();
        }
        assertEquals(
                List.of(),
                see(LinkKind.PERSON, memory, honest("b", 50, 99, OTHER_TEXT)).ties());
        assertEquals(
                List.of(), see(LinkKind.PERSON, memory, likely("c", 51, TEXT)).ties());
    }

    @Test
    void a_busy_switchboard_stays_one_when_some_of_its_adverts_raise_questions() {
        LinkMemory memory = LinkMemory.EMPTY;
        for (int i = 1; i <= 40; i++) {
            Sighting client = i % 6 == 0
                    ? unsure("client-" + i, i, Sightings.text(i))
                    : honest("client-" + i, i, i, Sightings.text(i));
            LinkRule.Linked seen = see(LinkKind.PERSON, memory, client);
            memory = seen.memory();
            assertTrue(i <= 10 || seen.ties().isEmpty(), "client " + i + " is tied");
        }
    }

    @Test
    void honest_copies_do_not_free_the_contact_of_as_many_lures() {
        LinkMemory memory = LinkMemory.EMPTY;
        for (int i = 1; i <= 5; i++) {
            memory = see(LinkKind.PERSON, memory, likely("lure-" + i, i, Sightings.text(50 + i)))
                    .memory();
            memory = see(LinkKind.PERSON, memory, honest("copy-" + i, i, i, Sightings.text(i)))
                    .memory();
        }
        assertEquals(
                1, see(LinkKind.PERSON, memory, likely("next", 50, TEXT)).ties().size());
    }

    @Test
    void one_employer_is_no_crowd_of_strangers() {
        LinkMemory memory = LinkMemory.EMPTY;
        for (int i = 1; i <= 10; i++) {
            memory = see(LinkKind.PERSON, memory, honest("ad-" + i, i, 7, Sightings.text(i)))
                    .memory();
        }
        assertEquals(1, memory.strangers().size());
    }

    @Test
    void a_web_site_ties_only_with_some_of_the_text() {
        LinkMemory memory = memory(LinkKind.HOST, unsure("a", 1, TEXT));
        assertEquals(
                List.of(),
                see(LinkKind.HOST, memory, unsure("b", 2, OTHER_TEXT)).ties());
        String partly = TEXT.substring(0, 16) + OTHER_TEXT.substring(16);
        assertEquals(
                1, see(LinkKind.HOST, memory, unsure("c", 3, partly)).ties().size());
        assertEquals(
                List.of(), see(LinkKind.TEXT, memory, unsure("c", 3, partly)).ties());
    }

    @Test
    void an_employers_plain_advert_is_not_tied_to_its_copy_with_another_contact() {
        Sighting original = new Sighting("original", 1, false, false, false, 7, TEXT);
        LinkMemory memory = memory(LinkKind.TEXT, original);
        assertEquals(
                List.of(), see(LinkKind.TEXT, memory, likely("copy", 2, TEXT)).ties());
        Sighting elsewhere = new Sighting("elsewhere", 2, false, false, false, 7, TEXT);
        assertEquals(1, see(LinkKind.TEXT, memory, elsewhere).ties().size());
    }

    @Test
    void what_a_board_writes_around_plain_adverts_ties_no_employers() {
        LinkMemory memory = memory(LinkKind.TEXT, new Sighting("of-one", 1, false, false, false, 7, TEXT));
        Sighting other = new Sighting("of-another", 2, false, false, false, 8, TEXT);
        assertEquals(List.of(), see(LinkKind.TEXT, memory, other).ties());
        Sighting lure = new Sighting("lure", 3, true, false, false, 9, TEXT);
        assertEquals(1, see(LinkKind.TEXT, memory, lure).ties().size());
    }

    @Property(tries = 200)
    void what_a_link_remembers_is_bounded(
            @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> postings, @ForAll LinkKind kind) {
        LinkMemory memory = LinkMemory.EMPTY;
        for (int number : postings) {
            Sighting sighting = number % 3 == 0
                    ? likely("p" + number, number, Sightings.text(number))
                    : honest("p" + number, number, number, Sightings.text(number % 5));
            LinkRule.Linked seen = see(kind, memory, sighting);
            assertTrue(seen.ties().size() <= LinkMemory.MOST_SIGHTINGS);
            memory = seen.memory();
        }
        assertTrue(memory.sightings().size() <= LinkMemory.MOST_SIGHTINGS);
        assertTrue(memory.strangers().size() <= LinkMemory.MOST_STRANGERS);
    }

    private static LinkMemory memory(LinkKind kind, Sighting sighting) {
        return see(kind, LinkMemory.EMPTY, sighting).memory();
    }

    private static LinkRule.Linked see(LinkKind kind, LinkMemory memory, Sighting sighting) {
        return LinkRule.link("link", kind, memory, sighting);
    }
}
