package org.lurewatch.job.operators.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lurewatch.schemas.PostingTie;
import org.lurewatch.schemas.SeenPosting;
import org.lurewatch.schemas.SharedKind;

/**
 * Ties that the ledger has just seen. Two postings by the same author share most of their links, and each link sends
 * the same tie. Seeing a tie again changes nothing, so this may be lost without harm.
 */
final class RecentTies {
    /** A few megabytes. */
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

    /** Whether the ledger has seen no tie that says the same since it last forgot anything. */
    boolean isNew(PostingTie tie) {
        Key key = new Key(Half.of(tie.getEarlier()), Half.of(tie.getLater()), tie.getKind());
        return seen.put(key, Boolean.TRUE) == null;
    }

    void clear() {
        seen.clear();
    }
}
