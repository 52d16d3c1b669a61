package org.lurewatch.lab.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was sent and still has to come out: now, and of what was sent before each fault. Not for several threads. */
final class Outstanding {
    private final Set<String> now = new HashSet<>();
    private final List<Set<String>> beforeFaults = new ArrayList<>();

    void sent(String key) {
        now.add(key);
    }

    void cameOut(String key) {
        now.remove(key);
        beforeFaults.forEach(before -> before.remove(key));
    }

    /** A fault comes now. */
    void fault() {
        beforeFaults.add(new HashSet<>(now));
    }

    /** How many faults there are of which all that was sent before has come out. */
    int settledFaults() {
        return (int) beforeFaults.stream().filter(Set::isEmpty).count();
    }

    /** How much that was sent before some fault has not come out. */
    int missing() {
        Set<String> missing = new HashSet<>();
        beforeFaults.forEach(missing::addAll);
        return missing.size();
    }
}
