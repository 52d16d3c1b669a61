package org.lurewatch.web.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * What a request carries.
 *
 * @param items in their order
 * @param one whether it is one posting by itself, and no list
 * @param notRead of an archive, what files that cannot be read look like
 */
record RequestContent(List<Item> items, boolean one, List<String> notRead) {
    private static final Set<RejectReason> BROKEN = EnumSet.of(
            RejectReason.EMPTY_RECORD,
            RejectReason.UNKNOWN_FORMAT,
            RejectReason.MALFORMED_JSON,
            RejectReason.MALFORMED_TEXT);

    /**
     * A posting, or the reason why what stands there is none.
     *
     * @param place for a person to look at, for example {@code line 3}
     */
    record Item(String place, Optional<JobPosting> posting, Optional<UnusablePostingException> problem) {
        Item {
            Objects.requireNonNull(place);
            Objects.requireNonNull(posting);
            Objects.requireNonNull(problem);
        }

        /** Whether it stands in a list. */
        boolean isOfList() {
            return place.contains("item ");
        }

        /** Whether it cannot even be parsed. */
        boolean isBroken() {
            return problem.isPresent() && BROKEN.contains(problem.get().reason());
        }
    }

    RequestContent {
        items = List.copyOf(items);
        notRead = List.copyOf(notRead);
    }
}
