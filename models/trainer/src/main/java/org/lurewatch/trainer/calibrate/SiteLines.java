package org.lurewatch.trainer.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lurewatch.detection.assess.HonestScores;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.WarningPolicy;
import org.lurewatch.trainer.measure.Interval;

/**
 * The lines of a bundle, drawn anew from the scores of one site's adverts.
 * See RATIONALE.md, "A site's own lines rest on three adverts at least".
 *
 * @param policies the policies with the new lines
 * @param drawn what each line means for the site's adverts
 * @param adverts how many adverts they rest on
 */
public record SiteLines(Policies policies, List<Drawn> drawn, int adverts) {
    /** A line over which fewer adverts lie says nothing. */
    private static final int FEWEST_OVER = 3;

    private static final double ROUNDING = 1e-9;
    private static final double PER_THOUSAND = 1000;

    /**
     * What one line means for the site's adverts.
     *
     * @param policy its name
     * @param warns whether it is the line of warnings; otherwise that of questions
     * @param allowed share of the adverts that may be over it
     * @param before where it was
     * @param after where it is
     * @param overBefore share of the adverts that were over it
     * @param over share that are over it, with the interval of all adverts of the site
     */
    public record Drawn(
            String policy,
            boolean warns,
            double allowed,
            double before,
            double after,
            double overBefore,
            Interval over) {}

    public SiteLines {
        drawn = List.copyOf(drawn);
    }

    /**
     * Draws the lines.
     *
     * @param before the policies of the bundle
     * @param logOdds of each advert of the site, as the bundle scores it; infinite where it warns wherever the line is
     * @param alarmsPer1000 how many of 1,000 adverts the default policy may warn of, if not as many as it says; a more
     *     sensitive policy then warns of no fewer
     * @throws TooFewAdvertsException where fewer than three adverts would be over a line
     */
    public static SiteLines draw(Policies before, double[] logOdds, OptionalDouble alarmsPer1000) {
        double[] falling = Arrays.stream(logOdds)
                .map(each -> -each)
                .sorted()
                .map(each -> -each)
                .toArray();
        requireEnough(
                before.lines().entrySet().stream()
                        .mapToDouble(each -> alarmShare(each.getKey(), each.getValue(), alarmsPer1000))
                        .min()
                        .orElseThrow(),
                falling.length);
        SortedMap<String, Policies.Lines> lines = new TreeMap<>();
        List<Drawn> drawn = new ArrayList<>();
        before.lines().forEach((name, were) -> {
            double alarms = alarmShare(name, were, alarmsPer1000);
            double questions = Math.max(alarms, were.questionShare());
            WarningPolicy policy =
                    before.choose(new PolicyChoice(name, OptionalDouble.empty(), OptionalDouble.empty()));
            double likely = policy.lineAbove(exceeded(falling, alarms));
            double unsure = Math.min(likely, policy.lineAbove(exceeded(falling, questions)));
            lines.put(name, new Policies.Lines(alarms, questions, likely, unsure, were.askOnlyWhereUnmeasured()));
            drawn.add(drawn(policy, true, alarms, were.likely(), likely, falling));
            drawn.add(drawn(policy, false, questions, were.unsure(), unsure, falling));
        });
        Policies after = new Policies(
                before.trainedPrior(), before.baseRate(), before.about(), lines, new HonestScores(table(falling)));
        return new SiteLines(after, drawn, falling.length);
    }

    private static double alarmShare(String policy, Policies.Lines were, OptionalDouble alarmsPer1000) {
        if (alarmsPer1000.isEmpty()) {
            return were.alarmShare();
        }
        double asked = alarmsPer1000.getAsDouble() / PER_THOUSAND;
        return policy.equals(PolicyChoice.PLATFORM) ? asked : Math.max(asked, were.alarmShare());
    }

    private static void requireEnough(double share, int adverts) {
        long needed = (long) Math.ceil(FEWEST_OVER / share - ROUNDING);
        if (adverts < needed) {
            throw new TooFewAdvertsException(String.format(
                    Locale.ROOT,
                    "%d different adverts are too few to draw a line that %s of 1,000 are over: %d are needed, so that"
                            + " it rests on %d of them",
                    adverts,
                    HonestScores.alarms(share),
                    needed,
                    FEWEST_OVER));
        }
    }

    /** The highest score that only this share of the adverts exceeds; those that warn wherever the line is come first. */
    private static double exceeded(double[] falling, double share) {
        int place = Math.min(allowed(falling, share), falling.length - 1);
        while (place < falling.length - 1 && Double.isInfinite(falling[place])) {
            place++;
        }
        return falling[place];
    }

    private static int allowed(double[] falling, double share) {
        return (int) Math.floor(share * falling.length + ROUNDING);
    }

    private static Drawn drawn(
            WarningPolicy policy, boolean warns, double allowed, double before, double after, double[] falling) {
        return new Drawn(
                policy.choice().policy(),
                warns,
                allowed,
                before,
                after,
                (double) over(policy, before, falling) / falling.length,
                Interval.ofCount(over(policy, after, falling), falling.length));
    }

    private static int over(WarningPolicy policy, double line, double[] falling) {
        return (int) Arrays.stream(falling)
                .filter(logOdds -> policy.score(logOdds) >= line)
                .count();
    }

    private static List<HonestScores.Point> table(double[] falling) {
        List<HonestScores.Point> points = new ArrayList<>();
        for (double share : HonestScores.SHARES) {
            int allowed = allowed(falling, share);
            if (allowed >= FEWEST_OVER && Double.isFinite(falling[allowed])) {
                points.add(new HonestScores.Point(share, falling[allowed]));
            }
        }
        return points;
    }
}
