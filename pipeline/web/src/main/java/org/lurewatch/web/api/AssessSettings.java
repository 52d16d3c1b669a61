package org.lurewatch.web.api;

import java.util.Objects;

/**
 * What a server says, and does, beyond what a request asks for.
 *
 * @param howToDispute tells whoever posted an advert what to do against its assessment
 * @param late what is answered of a posting that was not assessed in time
 */
public record AssessSettings(String howToDispute, LatePolicy late) {
    /** Holds back what was not assessed in time. */
    public static final AssessSettings DEFAULT = new AssessSettings(
            "Is this your advert, and the verdict wrong? Tell the site that it was posted on, with its postingId."
                    + " A person looks at it, and what they say replaces this verdict.",
            LatePolicy.FAIL_CLOSED);

    public AssessSettings {
        Objects.requireNonNull(howToDispute);
        Objects.requireNonNull(late);
    }
}
