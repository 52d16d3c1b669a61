package org.lurewatch.trainer.bench;

import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.trainer.bench.subject.Subject;

/**
 * A changed posting and what was decided about it before and after.
 *
 * @param subject the posting as it was
 * @param note what was done, for a list of cases
 * @param isChanged whether the change left its mark
 * @param before verdict on the posting as it was
 * @param after verdict on the changed posting
 */
record Trial(Subject subject, String note, boolean isChanged, BenchVerdict before, BenchVerdict after) {

    static Trial of(Subject subject, String note, BenchVerdict before, JobPosting changed) {
        boolean isChanged = !changed.texts().equals(subject.posting().texts());
        BenchVerdict after = isChanged ? BenchVerdict.of(subject.detector(), changed) : before;
        return new Trial(subject, note, isChanged, before, after);
    }

    boolean isMoved() {
        return before.verdict() != after.verdict();
    }

    String group() {
        return subject.labelled().group();
    }
}
