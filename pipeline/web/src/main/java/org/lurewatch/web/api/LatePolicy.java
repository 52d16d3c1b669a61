package org.lurewatch.web.api;

import java.util.Optional;
import org.lurewatch.detection.assess.Verdict;

/**
 * What is answered of a posting that was not assessed before the deadline that the request set. See RATIONALE.md, "A late
 * answer is not a mild one".
 */
public enum LatePolicy {
    /** {@code UNSURE}: a person should look at it before it is published. */
    FAIL_CLOSED("fail-closed", Optional.of(Verdict.UNSURE)),
    /** No verdict at all: it is published as if nobody had asked. */
    FAIL_OPEN("fail-open", Optional.empty());

    private final String code;
    private final Optional<Verdict> verdict;

    LatePolicy(String code, Optional<Verdict> verdict) {
        this.code = code;
        this.verdict = verdict;
    }

    /** The name in settings and answers. */
    public String code() {
        return code;
    }

    /** The verdict that it gives. */
    public Optional<Verdict> verdict() {
        return verdict;
    }
}
