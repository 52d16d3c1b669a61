package org.lurewatch.detection.assess;

import java.util.List;

/**
 * How high honest adverts of an average site score that the model has not seen: the highest scores, as a table.
 * See RATIONALE.md, "A line is drawn for an average unseen site".
 *
 * @param points the smallest share first; the score falls as the share grows
 */
public record HonestScores(List<Point> points) {
    /** The shares that a table covers, as far as there are enough adverts. */
    public static final List<Double> SHARES =
            List.of(0.0005, 0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2);

    /** Of a bundle that does not say. */
    public static final HonestScores UNKNOWN = new HonestScores(List.of());

    /**
     * One line of the table.
     *
     * @param share of the honest adverts, 0 to 1
     * @param logOdds what no larger share of them exceeds, as log-odds of the model: they depend on no base rate
     */
    public record Point(double share, double logOdds) {}

    public HonestScores {
        points = List.copyOf(points);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            boolean follows = i == 0
                    || point.share() > points.get(i - 1).share()
                            && point.logOdds() <= points.get(i - 1).logOdds();
            if (!(point.share() > 0 && point.share() < 1) || !Double.isFinite(point.logOdds()) || !follows) {
                throw new IllegalArgumentException(
                        "scores of honest adverts must fall as their share grows: " + points);
            }
        }
    }

    /**
     * What no larger share exceeds, between two lines of the table by interpolation over the logarithm of the share.
     *
     * @throws IllegalArgumentException where the share lies outside the table, saying what it covers
     */
    double logOddsOf(double share) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException(
                    "the bundle has no table of honest scores, so alarms per 1,000 adverts cannot be chosen");
        }
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        if (!(share >= first.share() && share <= last.share())) {
            throw new IllegalArgumentException(
                    "the bundle's table of honest scores reaches from " + alarms(first.share()) + " to "
                            + alarms(last.share()) + " alarms per 1,000 adverts, so " + alarms(share)
                            + " cannot be chosen");
        }
        int next = 0;
        while (points.get(next).share() < share) {
            next++;
        }
        Point upper = points.get(next);
        if (upper.share() == share) {
            return upper.logOdds();
        }
        Point lower = points.get(next - 1);
        double way = Math.log(share / lower.share()) / Math.log(upper.share() / lower.share());
        return lower.logOdds() + way * (upper.logOdds() - lower.logOdds());
    }

    /** A share as a number of alarms per 1,000 adverts. */
    public static String alarms(double share) {
        double alarms = Math.round(share * 1e6) / 1e3;
        return alarms == Math.rint(alarms) ? Long.toString((long) alarms) : Double.toString(alarms);
    }
}
