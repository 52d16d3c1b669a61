package org.lurewatch.detection.assess;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Which lines a bundle is to decide by, as settings, options and calls name them.
 *
 * @param policy name of one of the bundle's policies
 * @param baseRate share of scams in the stream to be screened, if it is not the bundle's
 * @param alarmsPer1000 how many of 1,000 honest adverts of an average site may be warned of, if not as many as the
 *     policy says
 */
public record PolicyChoice(String policy, OptionalDouble baseRate, OptionalDouble alarmsPer1000) {
    /** For platforms: few false alarms. */
    public static final String PLATFORM = "platform";

    /** For awareness campaigns, where people read what is found before it is published: more sensitive. */
    public static final String CAMPAIGN = "campaign";

    /** What a bundle decides by where nothing else is asked for. */
    public static final PolicyChoice DEFAULT =
            new PolicyChoice(PLATFORM, OptionalDouble.empty(), OptionalDouble.empty());

    private static final double ALL = 1000;

    public PolicyChoice {
        Objects.requireNonNull(policy);
        if (baseRate.isPresent() && !(baseRate.getAsDouble() > 0 && baseRate.getAsDouble() < 1)) {
            throw new IllegalArgumentException("a base rate lies between 0 and 1, not at " + baseRate.getAsDouble());
        }
        if (alarmsPer1000.isPresent() && !(alarmsPer1000.getAsDouble() > 0 && alarmsPer1000.getAsDouble() < ALL)) {
            throw new IllegalArgumentException(
                    "alarms per 1,000 adverts lie between 0 and 1,000, not at " + alarmsPer1000.getAsDouble());
        }
    }

    /** The same for a stream with another share of scams. */
    public PolicyChoice withBaseRate(double share) {
        return new PolicyChoice(policy, OptionalDouble.of(share), alarmsPer1000);
    }

    /** The share of honest adverts that may be warned of, if it is not the policy's. */
    OptionalDouble alarmShare() {
        return alarmsPer1000.isPresent()
                ? OptionalDouble.of(alarmsPer1000.getAsDouble() / ALL)
                : OptionalDouble.empty();
    }
}
