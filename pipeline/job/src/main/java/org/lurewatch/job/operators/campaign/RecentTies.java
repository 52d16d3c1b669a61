package org.lurewatch.job.operators.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lurewatch.schemas.PostingTie;
import org.lurewatch.schemas.SeenPosting;
import org.lurewatch.schemas.SharedKind;

/**
 * Ties that the ledger has just seen. Two postings of one hand share most of their links, and each of these sends the
 * same tie. To see one again changes nothing, so nothing is lost where this is lost.
 */
final class RecentTies {
    /** Some megabytes. */
    private static final int MOST = 20_000;

    private final Map<Key, Boolean> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
            return size() > MOST;
        }
    };

    private record Key(Half earlier, Half later, SharedKind kind) {}

    private record Half(String posting, long day, boolean suspicious, boolean likely, boolean personal, long employer) {
        static Half of(SeenPosting posting) {
            return new Half(
                    posting.getPosting(),
                    Days.upFrom(posting.getTime()),
                    posting.getSuspicious(),
                    posting.getLikely(),
                    posting.getPersonal(),
                    posting.getEmployer());
        }
    }

    /** Whether the ledger has not seen a tie that says the same since it forgot anything. */
    boolean isNew(PostingTie tie) {
        Key key = new Key(Half.of(tie.getEarlier()), Half.of(tie.getLater()), tie.getKind());
        return seen.put(key, Boolean.TRUE) == null;
    }

    void clear() {
        seen.clear();
    }
}
