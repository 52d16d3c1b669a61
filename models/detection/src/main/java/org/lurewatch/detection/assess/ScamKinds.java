package org.lurewatch.detection.assess;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.features.FactSignal;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.Signal;

/**
 * Which kinds of scam may be named. A kind accuses, so that it is named only where the posting says something of that
 * kind; where several stand, the trained head puts the likeliest first.
 * See RATIONALE.md, "A kind is named only where a fact of it stands".
 */
final class ScamKinds {
    /** The kinds that a named signal can stand for. */
    private static final Map<String, Set<ScamType>> BY_SIGNAL = Map.ofEntries(
            entry("like_tasks", ScamType.TASK_SCAM),
            entry("top_up_said", ScamType.TASK_SCAM, ScamType.ADVANCE_FEE),
            entry("account_wanted", ScamType.MONEY_MULE, ScamType.IDENTITY_THEFT),
            entry("mule_slang", ScamType.MONEY_MULE),
            entry("cash_collect", ScamType.MONEY_MULE),
            entry("codes_wanted", ScamType.IDENTITY_THEFT),
            entry("interview_proxy", ScamType.IDENTITY_THEFT),
            entry("fee_first", ScamType.ADVANCE_FEE),
            entry("parcels_home", ScamType.PARCEL_RESHIPPING),
            entry("check_deposit", ScamType.FAKE_CHECK_EQUIPMENT),
            entry("persons_offered", ScamType.TRAFFICKING_MARKET_POST),
            entry("scam_trade_slang", ScamType.COMPOUND_TRAFFICKING),
            entry("denies_harm", ScamType.COMPOUND_TRAFFICKING),
            entry("leave_now", ScamType.COMPOUND_TRAFFICKING, ScamType.ILLEGAL_MIGRANT_BROKER),
            entry("papers_kept_said", ScamType.COMPOUND_TRAFFICKING),
            entry("crypto_team", ScamType.INVESTMENT_BAIT),
            entry("hostess_lure", ScamType.SEXUAL_EXPLOITATION_DECOY),
            entry(Signal.TASK_SCAM, ScamType.TASK_SCAM),
            entry(Signal.MONEY_MULE, ScamType.MONEY_MULE),
            entry(Signal.PARCEL_RESHIPPING, ScamType.PARCEL_RESHIPPING),
            entry(Signal.FEE_DEPOSIT, ScamType.ADVANCE_FEE, ScamType.TASK_SCAM),
            entry(Signal.PERSON_SALE, ScamType.TRAFFICKING_MARKET_POST),
            entry(Signal.TRADE_SLANG, ScamType.COMPOUND_TRAFFICKING),
            entry(Signal.VISA_PASSPORT_HANDLED, ScamType.COMPOUND_TRAFFICKING),
            entry(Signal.ILLEGAL_ROUTE, ScamType.ILLEGAL_MIGRANT_BROKER, ScamType.COMPOUND_TRAFFICKING),
            entry(Signal.GAMBLING_CONTEXT, ScamType.ILLEGAL_GAMBLING_FRONT, ScamType.COMPOUND_TRAFFICKING),
            entry(Signal.IDENTITY_DOCS, ScamType.IDENTITY_THEFT),
            entry(Signal.MLM, ScamType.MLM_PAID_COURSE),
            Map.entry(FactSignal.FEE_ASKED.feature(), EnumSet.of(ScamType.ADVANCE_FEE)));

    private ScamKinds() {}

    private static Map.Entry<String, Set<ScamType>> entry(String saying, ScamType first, ScamType... others) {
        return Map.entry(SignalFeatures.SAID + saying, EnumSet.of(first, others));
    }

    private static Map.Entry<String, Set<ScamType>> entry(Signal signal, ScamType first, ScamType... others) {
        return Map.entry(signal.code(), EnumSet.of(first, others));
    }

    /** The kinds that facts of the posting stand for, the likeliest first. */
    static List<ScamType> of(FeatureVector features, TypeHead head) {
        Set<ScamType> standing = EnumSet.noneOf(ScamType.class);
        BY_SIGNAL.forEach((signal, kinds) -> {
            if (features.signals()[SignalFeatures.indexOf(signal)] > 0) {
                standing.addAll(kinds);
            }
        });
        if (standing.isEmpty()) {
            return List.of();
        }
        return head.ranked(features).stream()
                .flatMap(code -> ScamType.ofCode(code).stream())
                .filter(standing::contains)
                .toList();
    }
}
