package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Chooses the pieces of a score that a reader is told. */
final class EvidenceChoice {
    static final int MOST = 8;
    private static final int MOST_RUNS = 4;
    private static final int MOST_REASSURING = 2;
    private static final double LEAST_CONTRIBUTION = 0.05;

    private EvidenceChoice() {}

    /**
     * At most {@link #MOST} pieces, the strongest first: those that decide, then the strongest of the others, none of
     * them told twice.
     *
     * @param pieces the strongest first
     * @param decisive how many of those that speak for a scam decide
     */
    static List<Evidence> of(List<Piece> pieces, int decisive) {
        Set<Piece> chosen = new HashSet<>(pieces.stream()
                .filter(piece -> piece.contribution() > 0)
                .limit(Math.min(decisive, MOST))
                .toList());
        Set<Piece> deciding = Set.copyOf(chosen);
        Set<String> told = new HashSet<>();
        deciding.forEach(piece -> told.add(sayingOf(piece)));
        int runs = 0;
        int reassuring = 0;
        for (Piece piece : pieces) {
            boolean run = piece.evidence().signal().equals(Reason.WORDING.signal());
            boolean reassures = piece.contribution() < 0;
            if (chosen.size() < MOST
                    && Math.abs(piece.contribution()) >= LEAST_CONTRIBUTION
                    && !(run && runs >= MOST_RUNS)
                    && !(reassures && reassuring >= MOST_REASSURING)
                    && told.add(sayingOf(piece))) {
                chosen.add(piece);
                runs += run ? 1 : 0;
                reassuring += reassures ? 1 : 0;
            }
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Piece piece : pieces) {
            if (chosen.contains(piece)) {
                evidence.add(deciding.contains(piece) ? piece.evidence().asDecisive() : piece.evidence());
            }
        }
        return List.copyOf(evidence);
    }

    private static String sayingOf(Piece piece) {
        return piece.evidence().signal() + '\t' + piece.evidence().quote().toLowerCase(Locale.ROOT);
    }
}
