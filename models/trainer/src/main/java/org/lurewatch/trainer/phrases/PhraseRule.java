package org.lurewatch.trainer.phrases;

import org.lurewatch.detection.phrases.Signal;

/**
 * When a phrase is too common among honest adverts to be a reason by itself.
 * See RATIONALE.md, "Phrases are judged by groups".
 *
 * @param fewestHonestGroups in how many honest groups it must fire before it is judged
 * @param leastLogOdds how much more often it must fire in scams
 */
record PhraseRule(int fewestHonestGroups, double leastLogOdds) {
    static final PhraseRule DEFAULT = new PhraseRule(4, 1.5);

    /** Only phrases that raise suspicion are judged. */
    boolean isTooCommon(Signal signal, int honestGroups, double logOdds) {
        return switch (signal.strength()) {
            case STRONG, USEFUL, WEAK -> honestGroups >= fewestHonestGroups && logOdds < leastLogOdds;
            case REASSURING, CONTEXT, NONE -> false;
        };
    }
}
