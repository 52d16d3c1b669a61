package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.lurewatch.detection.text.Token;

/**
 * How a text means what is found in it: it says it of itself, denies it, or reports what others say. The words that show
 * this are looked for once, for phrases, sayings and concepts alike. Words inside a phrase are part of it: "not a scam"
 * is not the denial of a scam but a known wording.
 */
public final class Stances {
    /**
     * What an advert promises of itself is denied by words right before it only: the "no" of "no experience high
     * salary" is not about the salary. What it might ask for is denied from further away too.
     */
    private static final Set<Signal> PROMISES = EnumSet.of(
            Signal.HIGH_PAY_EASY,
            Signal.NO_SKILL,
            Signal.TRAVEL_LODGING_BUNDLE,
            Signal.VISA_PASSPORT_HANDLED,
            Signal.DECOY_ROLE,
            Signal.MESSAGING_ONLY_CONTACT,
            Signal.VAGUE_COMPANY,
            Signal.DEBT_OK_ADVANCE,
            Signal.REASSURANCE,
            Signal.URGENCY,
            Signal.AGE_SEX_LIMIT,
            Signal.REFERRAL_BOUNTY,
            Signal.LEGIT_CHANNEL);

    /** These signals show what kind of text it is, whoever says them. */
    private static final Set<Signal> NEVER_REPORTED = EnumSet.of(Signal.WARNING_CONTEXT, Signal.LEGIT_CHANNEL);

    private final String text;
    private final List<Token> tokens;
    private final Map<Integer, List<Cues.Hit>> cues;

    /**
     * The stances of a text.
     *
     * @param text comparable
     * @param tokens its words
     */
    public Stances(String text, List<Token> tokens) {
        this.text = Objects.requireNonNull(text);
        this.tokens = Objects.requireNonNull(tokens);
        this.cues = Cues.TABLE.in(tokens);
    }

    /**
     * How something is meant.
     *
     * @param denied whether the words around it deny it
     * @param reported whether the text reports that others say it
     * @param left whether it is papers that stay with their owner, so that they are no sign at all
     */
    public record Meant(boolean denied, boolean reported, boolean left) {
        static final Meant STATED = new Meant(false, false, false);
    }

    /** The phrases of the text, in their order, marked where the text denies or reports them; places are left as they are. */
    public List<PhraseMatch> marked(List<PhraseMatch> matches) {
        if (cues.isEmpty() || matches.stream().allMatch(match -> isPlace(match))) {
            return matches;
        }
        List<Said> said = new ArrayList<>(matches.size());
        matches.forEach(match -> said.add(new Said(match.firstToken(), match.endToken(), manner(match))));
        List<Meant> meant = of(said, language -> true);
        List<PhraseMatch> marked = new ArrayList<>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            PhraseMatch match = matches.get(i);
            marked.add(
                    isPlace(match)
                            ? match
                            : match.meant(meant.get(i).denied(), meant.get(i).reported()));
        }
        return List.copyOf(marked);
    }

    /**
     * How each of these is meant.
     *
     * @param said among the text's tokens
     * @param languages those in which the words that deny or report count
     */
    public List<Meant> of(List<Said> said, Predicate<String> languages) {
        return new StanceReader(text, tokens, cues, said, languages).meant();
    }

    private static boolean isPlace(PhraseMatch match) {
        return match.phrase().signal() == Signal.PLACE;
    }

    private static Said.Manner manner(PhraseMatch match) {
        Signal signal = match.phrase().signal();
        return new Said.Manner(
                0,
                PROMISES.contains(signal) ? 0 : Cues.SENTENCE,
                !NEVER_REPORTED.contains(signal),
                signal == Signal.REASSURANCE ? Said.Role.REASSURES : Said.Role.NONE);
    }
}
