package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeenTermsTest {

    /** Hashes of one bit only, so that terms push each other out. */
    @Property(tries = 300)
    void knowsNoTermThatWasNotThere(@ForAll @Size(max = 100) List<@IntRange(max = 20) Integer> terms) {
        SeenTerms seen = new SeenTerms();
        Set<String> there = new HashSet<>();
        for (int term : terms) {
            boolean isNew = there.add("term" + term);
            assertTrue(seen.add("term" + term, term & 1) || !isNew);
        }
    }

    @Test
    void knowsTheTermsThatNothingPushedOutUntilTheyAreCleared() {
        SeenTerms seen = new SeenTerms();
        assertTrue(seen.add("cook", 7));
        assertFalse(seen.add("cook", 7));
        seen.clear();
        assertTrue(seen.add("cook", 7));
    }
}
