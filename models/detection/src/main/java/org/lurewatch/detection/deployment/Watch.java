package org.lurewatch.detection.deployment;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is remembered in order to veto bundles and to sum up what shadows say. Languages come from a closed set, so it
 * stays small.
 *
 * @param deployment the bundles at work
 * @param onTrial whether the champion has only just begun to decide. One that a rollback restored is not on trial, or
 *     else one bad day would take back one bundle after the other; nor is one that follows a bundle of another version of
 *     Lurewatch, to which there is no way back
 * @param decided what champion, canary and the champion before have decided, by digest and language
 * @param compared comparisons with the shadow since the last summary, by language
 * @param vetoed the bundle that was vetoed in this deployment, or empty
 */
public record Watch(
        Deployment deployment,
        boolean onTrial,
        Map<String, Map<String, AlarmCount>> decided,
        Map<String, Comparison> compared,
        String vetoed) {

    /** A bundle that is to be taken back, and why. */
    public record Veto(String digest, String reason) {
        /** One line: what is taken back, and why. */
        public String message() {
            return "veto of " + DeploymentRule.name(digest) + ": " + reason;
        }
    }

    public Watch {
        Objects.requireNonNull(deployment);
        Objects.requireNonNull(vetoed);
        decided = Map.copyOf(decided);
        compared = Map.copyOf(compared);
    }

    /** Before anything was counted, with a champion that is not on trial. */
    public static Watch over(Deployment deployment) {
        return new Watch(deployment, false, Map.of(), Map.of(), "");
    }

    /**
     * After a change of the deployment: bundles that begin to decide are counted from now on, and comparisons of other
     * bundles end.
     */
    public Watch deployed(Deployment next) {
        Map<String, Map<String, AlarmCount>> kept = new HashMap<>();
        boolean sameChampion = next.champion().equals(deployment.champion());
        boolean sameCanary = next.canary().equals(deployment.canary());
        keep(kept, next.previous());
        if (sameChampion) {
            keep(kept, next.champion());
        } else {
            kept.remove(next.champion());
        }
        if (sameCanary) {
            keep(kept, next.canary());
        } else {
            kept.remove(next.canary());
        }
        boolean trial = sameChampion
                ? onTrial
                : deployment.hasChampion()
                        && !deployment.isOutdated()
                        && !deployment.earlier().contains(next.champion());
        boolean samePair = sameChampion && next.shadow().equals(deployment.shadow());
        return new Watch(next, trial, kept, samePair ? compared : Map.of(), sameChampion && sameCanary ? vetoed : "");
    }

    /** Counts a decision of a bundle, unless the bundle is no longer watched. */
    public Watch decided(String digest, String language, AlarmCount count) {
        if (digest.isEmpty()
                || !digest.equals(deployment.champion())
                        && !digest.equals(deployment.canary())
                        && !digest.equals(deployment.previous())) {
            return this;
        }
        Map<String, AlarmCount> languages = new HashMap<>(decided.getOrDefault(digest, Map.of()));
        languages.merge(language, count, AlarmCount::plus);
        Map<String, Map<String, AlarmCount>> all = new HashMap<>(decided);
        all.put(digest, Map.copyOf(languages));
        return new Watch(deployment, onTrial, all, compared, vetoed);
    }

    /** Counts a comparison, unless these bundles are no longer champion and shadow. */
    public Watch compared(String champion, String shadow, String language, Comparison comparison) {
        if (shadow.isEmpty() || !shadow.equals(deployment.shadow()) || !champion.equals(deployment.champion())) {
            return this;
        }
        Map<String, Comparison> all = new HashMap<>(compared);
        all.merge(language, comparison, Comparison::plus);
        return new Watch(deployment, onTrial, decided, all, vetoed);
    }

    /** How many postings were compared since the last summary. */
    public long comparedPostings() {
        return compared.values().stream().mapToLong(Comparison::postings).sum();
    }

    /** After a summary. */
    public Watch summedUp() {
        return new Watch(deployment, onTrial, decided, Map.of(), vetoed);
    }

    /** After a veto, so that it is not issued again. */
    public Watch vetoed(String digest) {
        return new Watch(deployment, onTrial, decided, compared, digest);
    }

    /** The bundle to take back now: the canary before the champion. */
    public Optional<Veto> veto(VetoLimits limits) {
        if (!vetoed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Veto> ofCanary = veto(deployment.canary(), deployment.champion(), limits);
        return ofCanary.isPresent() || !onTrial ? ofCanary : veto(deployment.champion(), deployment.previous(), limits);
    }

    private Optional<Veto> veto(String fresh, String former, VetoLimits limits) {
        return fresh.isEmpty() || former.isEmpty()
                ? Optional.empty()
                : VetoRule.veto(decided.getOrDefault(fresh, Map.of()), decided.getOrDefault(former, Map.of()), limits)
                        .map(reason -> new Veto(fresh, reason));
    }

    private void keep(Map<String, Map<String, AlarmCount>> kept, String digest) {
        if (decided.containsKey(digest)) {
            kept.put(digest, decided.get(digest));
        }
    }
}
