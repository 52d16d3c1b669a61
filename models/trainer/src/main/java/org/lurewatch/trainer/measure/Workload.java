package org.lurewatch.trainer.measure;

/**
 * What a day at the line brings.
 *
 * @param scamsWarned warnings of scams
 * @param honestWarned warnings of honest postings
 * @param scamsMissed scams without a warning
 * @param reviewHours what people spend on the warnings
 */
record Workload(double scamsWarned, double honestWarned, double scamsMissed, double reviewHours) {

    /**
     * A day.
     *
     * @param recall share of scams warned of
     * @param falseAlarms share of honest postings warned of
     */
    static Workload of(double recall, double falseAlarms, Assumptions terms) {
        double scams = terms.volume() * terms.baseRate();
        double honestWarned = (terms.volume() - scams) * falseAlarms;
        double warnings = scams * recall + honestWarned;
        return new Workload(scams * recall, honestWarned, scams * (1 - recall), warnings * terms.minutesAReview() / 60);
    }

    double warnings() {
        return scamsWarned + honestWarned;
    }

    /** Share of the warnings that are of scams; 0 where there is no warning. */
    double precision() {
        return warnings() == 0 ? 0 : scamsWarned / warnings();
    }
}
