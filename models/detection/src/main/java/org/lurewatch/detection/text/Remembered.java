package org.lurewatch.detection.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A cache of answers about strings that are slow to compute; it is emptied when it is full. It is shared by all
 * threads, and two of them may compute the same answer at once.
 * See RATIONALE.md, "Detection keeps small tables that forget".
 */
public final class Remembered<T> {
    private final Map<String, T> answers = new ConcurrentHashMap<>();
    private final int most;
    private final Function<String, T> finding;

    /**
     * An empty cache.
     *
     * @param most how many are kept
     * @param finding answers about a string, always the same and never null
     */
    public Remembered(int most, Function<String, T> finding) {
        this.most = most;
        this.finding = finding;
    }

    /** The answer about a string. */
    public T of(String string) {
        T known = answers.get(string);
        if (known != null) {
            return known;
        }
        T found = finding.apply(string);
        if (answers.size() >= most) {
            answers.clear();
        }
        answers.put(string, found);
        return found;
    }
}
