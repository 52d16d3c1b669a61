package org.lurewatch.detection.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.text.Token;

/**
 * Makes sketches by one-permutation MinHash: each short run of units is hashed once, falls into one of as many bins as
 * the signature is long, and the smallest hash of each bin is kept. Bins that stay empty borrow from others (optimal
 * densification, Shrivastava, ICML 2017), so that short texts have full signatures too.
 */
final class TextSketcher {
    /** Length of a signature. */
    static final int BINS = 48;

    static final int BANDS = 6;

    /** Bins that must all be alike for two texts to meet in a band. */
    private static final int ROWS = 3;

    /** A text with fewer letters and digits is too short to be distinguished from others. */
    private static final int FEWEST_UNITS = 60;

    /** What must be left of it when details are masked. */
    private static final int FEWEST_RUNS = 30;

    private static final int RUN = 5;
    private static final int RUN_OF_HAN = 3;

    private static final long UNSEEN = Long.MAX_VALUE;
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0xD6E8FEB86659FD93L;

    /** What the first unit of a run counts for. */
    private static final long LEAVING = power(FACTOR, RUN - 1);

    private TextSketcher() {}

    /** @param employer the words of its name, which are masked */
    static TextSketch of(Reading reading, List<Token> employer) {
        return of(MaskedText.of(reading, employer));
    }

    static TextSketch of(MaskedText text) {
        if (text.read() < FEWEST_UNITS || text.length() < FEWEST_RUNS + RUN) {
            return TextSketch.NONE;
        }
        long[] smallest = smallest(text.units(), text.length());
        densify(smallest);
        return new TextSketch(bands(smallest), signature(smallest));
    }

    private static long[] smallest(char[] units, int length) {
        long[] smallest = new long[BINS];
        Arrays.fill(smallest, UNSEEN);
        long rolling = hash(units, 0, RUN - 1);
        for (int from = 0; from + RUN <= length; from++) {
            rolling = rolling * FACTOR + units[from + RUN - 1];
            boolean han = MaskedText.isHan(units[from]);
            long hash = mixed(han ? hash(units, from, from + RUN_OF_HAN) : rolling);
            rolling -= LEAVING * units[from];
            int bin = (int) (((hash >>> 32) * BINS) >>> 32);
            long value = hash & 0xFFFFFFFFL;
            smallest[bin] = Math.min(smallest[bin], value);
        }
        return smallest;
    }

    private static long power(long factor, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= factor;
        }
        return power;
    }

    private static long hash(char[] units, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * FACTOR + units[i];
        }
        return hash;
    }

    private static void densify(long[] smallest) {
        long[] seen = smallest.clone();
        for (int bin = 0; bin < BINS; bin++) {
            int lender = bin;
            for (int attempt = 1; seen[lender] == UNSEEN; attempt++) {
                lender = (int) (((mixed(SEED * (bin + 1) + attempt) >>> 32) * BINS) >>> 32);
            }
            smallest[bin] = seen[lender];
        }
    }

    private static List<Long> bands(long[] smallest) {
        List<Long> bands = new ArrayList<>(BANDS);
        for (int band = 0; band < BANDS; band++) {
            long key = SEED;
            for (int row = 0; row < ROWS; row++) {
                key = mixed(key ^ smallest[band * ROWS + row]) * FACTOR;
            }
            bands.add(key);
        }
        return bands;
    }

    private static String signature(long[] smallest) {
        char[] bytes = new char[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            bytes[bin] = (char) (mixed(smallest[bin]) & 0xFF);
        }
        return new String(bytes);
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * FACTOR;
        mixed = (mixed ^ (mixed >>> 32)) * FACTOR;
        return mixed ^ (mixed >>> 32);
    }
}
