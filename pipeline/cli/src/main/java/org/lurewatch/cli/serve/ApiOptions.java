package org.lurewatch.cli.serve;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.lurewatch.web.api.AssessSettings;
import org.lurewatch.web.api.LatePolicy;
import org.lurewatch.web.http.RequestLimits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What the API says beyond its assessments, and how much it takes in. */
final class ApiOptions {
    private static final int MOST_REQUESTS = 1_000_000;

    @Option(
            names = "--late",
            paramLabel = "POLICY",
            converter = LateConverter.class,
            completionCandidates = LateCodes.class,
            description = {
                "Of an advert that is not assessed before the deadline of a request: fail-closed",
                "answers UNSURE, fail-open no verdict; default fail-closed."
            })
    private Optional<LatePolicy> late = Optional.empty();

    @Option(
            names = "--how-to-dispute",
            paramLabel = "TEXT",
            description = "What answers tell whoever posted an advert to do against its verdict.")
    private Optional<String> howToDispute = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private RequestLimits limits = RequestLimits.DEFAULT;

    @Option(
            names = "--requests-per-second",
            paramLabel = "N",
            description = "Requests of one caller or address that are answered; default 400.")
    void setRequestsPerSecond(int most) {
        if (most < 1 || most > MOST_REQUESTS) {
            throw new ParameterException(
                    spec.commandLine(), "--requests-per-second lies between 1 and " + MOST_REQUESTS);
        }
        limits = RequestLimits.DEFAULT.withRate(most);
    }

    /** The codes that {@code --late} takes. */
    static final class LateCodes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(LatePolicy.values()).map(LatePolicy::code).iterator();
        }
    }

    /** Finds a policy by its code. */
    static final class LateConverter implements ITypeConverter<LatePolicy> {
        @Override
        public LatePolicy convert(String code) {
            return Arrays.stream(LatePolicy.values())
                    .filter(policy -> policy.code().equals(code))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("it is one of " + String.join(", ", new LateCodes())));
        }
    }

    AssessSettings settings() {
        return new AssessSettings(
                howToDispute.orElse(AssessSettings.DEFAULT.howToDispute()), late.orElse(AssessSettings.DEFAULT.late()));
    }

    RequestLimits limits() {
        return limits;
    }
}
