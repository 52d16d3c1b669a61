package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Chooses the pieces of a score that a reader is shown. */
final class EvidenceChoice {
    static final int MOST = 8;
    private static final int MOST_RUNS = 4;
    private static final int MOST_REASSURING = 2;
    private static final double LEAST_CONTRIBUTION = 0.05;

    private EvidenceChoice() {}

    /**
     * At most {@link #MOST} pieces, the strongest first: those that decide, then the strongest of the others, none of
     * them twice.
     *
     * @param pieces the strongest first
     * @param decisive how many of those that speak for a scam decide
     */
    static List<Evidence> of(List<Piece> pieces, int decisive) {
        Set<String> sayings = new HashSet<>();
        List<Evidence> evidence = new ArrayList<>(MOST);
        boolean[] deciding = deciding(pieces, Math.min(decisive, MOST));
        int chosen = 0;
        for (int i = 0; i < deciding.length; i++) {
            if (deciding[i]) {
                sayings.add(sayingOf(pieces.get(i)));
                chosen++;
            }
        }
        int runs = 0;
        int reassuring = 0;
        for (int i = 0; i < deciding.length; i++) {
            Piece piece = pieces.get(i);
            boolean run = piece.isWording();
            boolean reassures = piece.contribution() < 0;
            boolean another = !deciding[i]
                    && chosen < MOST
                    && Math.abs(piece.contribution()) >= LEAST_CONTRIBUTION
                    && !(run && runs >= MOST_RUNS)
                    && !(reassures && reassuring >= MOST_REASSURING)
                    && sayings.add(sayingOf(piece));
            if (another) {
                chosen++;
                runs += run ? 1 : 0;
                reassuring += reassures ? 1 : 0;
            }
            if (another || deciding[i]) {
                evidence.add(piece.evidence(deciding[i]));
            }
        }
        return List.copyOf(evidence);
    }

    /** Which pieces are the first so many that speak for a scam. */
    private static boolean[] deciding(List<Piece> pieces, int most) {
        boolean[] deciding = new boolean[pieces.size()];
        int left = most;
        for (int i = 0; i < deciding.length && left > 0; i++) {
            deciding[i] = pieces.get(i).contribution() > 0;
            left -= deciding[i] ? 1 : 0;
        }
        return deciding;
    }

    private static String sayingOf(Piece piece) {
        return piece.reason().signal() + '\t' + piece.quote().toLowerCase(Locale.ROOT);
    }
}
