package org.lurewatch.detection.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A cache of answers about strings that are slow to compute; it is emptied when it is full. It is shared by all
 * threads, and two of them may compute the same answer at once. Whoever asks about all words of a text asks through
 * {@link #lately}.
 * See RATIONALE.md, "Detection keeps small tables that forget".
 */
public final class Remembered<T> {
    private final Map<String, T> answers = new ConcurrentHashMap<>();
    private final int most;
    private final Function<String, T> finding;
    private final ThreadLocal<Slots<T>> slots = ThreadLocal.withInitial(Slots::new);

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

    /** The same answers for this thread, which finds those that it asked for lately sooner. */
    public Lately<T> lately() {
        return new Lately<>(this, slots.get());
    }

    /** What one thread asked for lately, close together in memory; strings push each other out. */
    private static final class Slots<T> {
        private static final int BITS = 10;

        private final String[] strings = new String[1 << BITS];
        private final List<T> answers = new ArrayList<>(Collections.nCopies(1 << BITS, null));

        private static int slot(String string) {
            return string.hashCode() * 0x9E3779B1 >>> Integer.SIZE - BITS;
        }
    }

    /** Answers for one thread. */
    public static final class Lately<T> {
        private final Remembered<T> all;
        private final Slots<T> slots;

        private Lately(Remembered<T> all, Slots<T> slots) {
            this.all = all;
            this.slots = slots;
        }

        /** The answer about a string. */
        public T of(String string) {
            int slot = Slots.slot(string);
            if (string.equals(slots.strings[slot])) {
                return slots.answers.get(slot);
            }
            T answer = all.of(string);
            slots.answers.set(slot, answer);
            slots.strings[slot] = string;
            return answer;
        }
    }
}
