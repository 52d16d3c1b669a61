package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.phrases.Said;
import org.lurewatch.detection.phrases.Stances;

/** How a field means the sayings and concepts found in it. Everyday subjects are never reported: they claim nothing. */
final class MeantConcepts {
    /** Sayings in which an advert promises something: only words right before or behind them deny them. */
    private static final Set<String> PROMISES = Set.of(
            "like_tasks",
            "income_promise",
            "dm_for_details",
            "crypto_team",
            "leave_now",
            "debt_welcome",
            "recruiter_bounty",
            "hostess_lure",
            "upfront_hire");

    /** Sayings that are denials themselves. */
    private static final Set<String> DENIALS = Set.of("denies_harm", "denies_scam");

    /** What adverts often say is not needed. */
    private static final Set<String> WAIVED =
            Set.of("experience", "skills", "diploma", "interview", "cv", "language_req", "licence_req", "invest");

    /** Papers, and what is said of their being kept: where they stay with their owner, nothing is kept. */
    private static final Set<String> PAPERS = Set.of("passport", "id_card", "papers_kept", "papers_kept_said");

    private static final String NEGATION = "no_without";

    /** "We never charge" may go on with the fee that is not charged. */
    private static final String NO_FEE = "p_no_fee";

    /** Words between a denial and what is said, in a language of spaces; characters in others. */
    private static final int NEXT_TO = 1;

    private static final int NEAR = 4;
    private static final int ANY = Integer.MAX_VALUE;

    private static final List<Said.Manner> MANNERS =
            Concepts.all().stream().map(MeantConcepts::manner).toList();

    private MeantConcepts() {}

    /**
     * The matches, each with the stance of the text, without papers that stay with their owner.
     *
     * @param matches in the languages of the posting
     * @param languages codes of these
     * @param ownWords whether what the text reports of others counts as its own words
     */
    static List<ConceptMatch> of(List<ConceptMatch> matches, Stances stances, Set<String> languages, boolean ownWords) {
        if (matches.isEmpty()) {
            return matches;
        }
        List<Said> said = new ArrayList<>(matches.size());
        for (ConceptMatch match : matches) {
            said.add(new Said(match.firstToken(), match.endToken(), MANNERS.get(match.concept())));
        }
        List<Stances.Meant> meant = stances.of(said, languages::contains);
        List<ConceptMatch> marked = new ArrayList<>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            boolean denied = meant.get(i).denied();
            boolean reported = meant.get(i).reported() && !ownWords;
            if (!meant.get(i).left()) {
                marked.add(denied || reported ? matches.get(i).meant(denied, reported) : matches.get(i));
            }
        }
        return marked;
    }

    private static Said.Manner manner(Concept concept) {
        return switch (concept.kind()) {
            case SUBJECT -> new Said.Manner(0, NEXT_TO, false, role(concept));
            case PROTECTS ->
                new Said.Manner(0, NEXT_TO, false, concept.code().equals(NO_FEE) ? Said.Role.OPEN : Said.Role.NONE);
            case CARRIES_ALONE, POINTS -> {
                if (DENIALS.contains(concept.code())) {
                    yield new Said.Manner(0, 0, true, Said.Role.REASSURES);
                }
                yield PROMISES.contains(concept.code())
                        ? new Said.Manner(0, NEXT_TO, true, Said.Role.NONE)
                        : new Said.Manner(NEAR, ANY, true, role(concept));
            }
        };
    }

    private static Said.Role role(Concept concept) {
        if (concept.code().equals(NEGATION)) {
            return Said.Role.DENIES;
        }
        if (PAPERS.contains(concept.code())) {
            return Said.Role.PAPERS;
        }
        return WAIVED.contains(concept.code()) ? Said.Role.WAIVED : Said.Role.NONE;
    }
}
