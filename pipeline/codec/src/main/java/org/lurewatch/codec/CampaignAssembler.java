package org.lurewatch.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lurewatch.detection.campaign.CampaignEntry;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.campaign.Template;
import org.lurewatch.detection.campaign.TemplateFinder;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignMember;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignState;
import org.lurewatch.schemas.TemplateSample;
import org.lurewatch.schemas.TemplateSlot;
import org.lurewatch.schemas.Verdict;

/**
 * Puts a campaign together from what its postings tell. Whatever the order in which they tell it, the outcome is the
 * same; where there is more than is kept, which ones are kept does not depend on that order either.
 */
public final class CampaignAssembler {
    /** As many as the ledger remembers of one campaign. */
    static final int MOST_MEMBERS = 200;

    /** As many as the search for a template looks at. */
    static final int MOST_SAMPLES = 8;

    /** A hand with more contacts than a reader looks at. */
    static final int MOST_HANDLES = 50;

    /** More platforms or languages than a hand is likely to use. */
    static final int MOST_NAMES = 20;

    private static final Comparator<CampaignMember> OLDEST_MEMBER =
            Comparator.comparingLong(CampaignMember::getTime).thenComparing(CampaignMember::getPosting);
    private static final Comparator<TemplateSample> OLDEST_SAMPLE =
            Comparator.comparingLong(TemplateSample::getTime).thenComparing(TemplateSample::getPosting);

    private CampaignAssembler() {}

    /** The campaign after a posting told of itself; {@code state} may be null where it is the first. */
    public static CampaignState with(CampaignState state, CampaignSample sample) {
        CampaignState before = state == null ? CampaignState.newBuilder().build() : state;
        if (!sample.getMovedTo().isEmpty()) {
            CampaignState over = Copies.of(before, new CampaignState());
            over.setMergedInto(sample.getMovedTo());
            return over;
        }
        CampaignMember posting = sample.getPosting();
        CampaignState after = Copies.of(before, new CampaignState());
        after.setMembers(members(before.getMembers(), posting));
        after.setSamples(samples(before.getSamples(), sample));
        after.setCount(Math.max(before.getCount(), sample.getCount()));
        after.setHandles(union(before.getHandles(), sample.getHandles(), MOST_HANDLES));
        after.setSources(union(before.getSources(), List.of(sample.getSource()), MOST_NAMES));
        after.setLanguages(union(before.getLanguages(), List.of(sample.getLanguage()), MOST_NAMES));
        after.setFirstSeen(state == null ? posting.getTime() : Math.min(before.getFirstSeen(), posting.getTime()));
        after.setLastSeen(state == null ? posting.getTime() : Math.max(before.getLastSeen(), posting.getTime()));
        // Most campaigns are honest employers', of which no reader is told: for these no template is looked for.
        boolean isSought = isPublic(before) && after.getSamples().equals(before.getSamples());
        if (isPublic(after) && after.getTemplate() == null && !isSought) {
            setTemplate(after);
        }
        return after;
    }

    /**
     * The campaign with the template of all its samples. {@link #with} looks for a first one; where there is one already,
     * the next is looked for when readers are told, not for each posting.
     *
     * @param before the campaign before a posting told of itself, or null; {@code state} itself where none did
     * @return a copy
     */
    public static CampaignState withTemplate(CampaignState before, CampaignState state) {
        CampaignState found = Copies.of(state, new CampaignState());
        if (before != null && isTemplateOld(before, state)) {
            setTemplate(found);
        }
        return found;
    }

    /** Whether there was one, and samples may have come since: in growth that waits to be published, or just now. */
    private static boolean isTemplateOld(CampaignState before, CampaignState state) {
        return before.getTemplate() != null
                && (before.getDue() != 0 || !before.getSamples().equals(state.getSamples()));
    }

    /** The record that tells of the campaign as it stands, with the revision after the last one published. */
    public static Campaign campaign(String id, CampaignState state, long updatedAt) {
        Optional<CampaignMember> gravest =
                state.getMembers().stream().max(Comparator.comparingDouble(CampaignMember::getScore));
        return Campaign.newBuilder()
                .setCampaignId(id)
                .setRevision(
                        state.getPublished() == null ? 1 : state.getPublished().getRevision() + 1)
                .setPostings(postings(state))
                .setTemplate(state.getTemplate())
                .setSlots(state.getSlots())
                .setHandles(state.getHandles())
                .setSources(state.getSources())
                .setLanguages(state.getLanguages())
                .setEmployers((int) state.getMembers().stream()
                        .mapToLong(CampaignMember::getEmployer)
                        .filter(employer -> employer != 0)
                        .distinct()
                        .count())
                .setFirstSeen(Instant.ofEpochMilli(state.getFirstSeen()))
                .setLastSeen(Instant.ofEpochMilli(state.getLastSeen()))
                .setScore(gravest.map(CampaignMember::getScore).orElse(0.0))
                .setVerdict(verdict(state))
                .setScamType(gravest.map(CampaignMember::getScamType).orElse(null))
                .setStanding(LedgerRecords.toAvro(standing(state)))
                .setMergedInto(state.getMergedInto().isEmpty() ? null : state.getMergedInto())
                .setPostingKeys(
                        state.getMembers().stream().map(CampaignMember::getKey).toList())
                .setUpdatedAt(Instant.ofEpochMilli(updatedAt))
                .build();
    }

    /**
     * Whether readers are told of it at all: there are two postings or more and one is suspicious, or they were told
     * before. An honest employer's forty cities are nobody's business.
     */
    public static boolean isPublic(CampaignState state) {
        return state.getPublished() != null
                || state.getMergedInto().isEmpty()
                        && postings(state) >= CampaignEntry.FEWEST_REPORTED
                        && (standing(state) == Standing.CONFIRMED
                                || state.getMembers().stream().anyMatch(CampaignAssembler::isSuspicious));
    }

    /** Whether a reader of what was published last would act on something else now; mere growth can wait. */
    public static boolean isUrgent(CampaignState state) {
        Campaign told = state.getPublished();
        return told == null
                || told.getVerdict() != verdict(state)
                || told.getStanding() != LedgerRecords.toAvro(standing(state))
                || (told.getTemplate() == null) != (state.getTemplate() == null)
                || (told.getMergedInto() == null) != state.getMergedInto().isEmpty();
    }

    /** Whether anything differs from what was published last. */
    public static boolean saysMore(CampaignState state, Campaign current) {
        Campaign told = state.getPublished();
        if (told == null) {
            return true;
        }
        Campaign now = Copies.of(current, new Campaign());
        now.setRevision(told.getRevision());
        now.setUpdatedAt(told.getUpdatedAt());
        return !now.equals(told);
    }

    private static int postings(CampaignState state) {
        return Math.max(state.getCount(), state.getMembers().size());
    }

    private static boolean isSuspicious(CampaignMember member) {
        return member.getVerdict() == Verdict.LIKELY_SCAM || member.getVerdict() == Verdict.UNSURE;
    }

    private static Standing standing(CampaignState state) {
        return state.getMembers().stream()
                .map(member -> LedgerRecords.toDomain(member.getStanding()))
                .reduce(Standing.OPEN, Standing::together);
    }

    private static Verdict verdict(CampaignState state) {
        Verdict gravest = state.getMembers().stream()
                .map(CampaignMember::getVerdict)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.NO_SIGN_FOUND);
        return switch (standing(state)) {
            case OPEN -> gravest;
            case CONFIRMED -> Verdict.LIKELY_SCAM;
            case CLEARED -> Verdict.NO_SIGN_FOUND;
            case DISPUTED -> gravest == Verdict.LIKELY_SCAM ? Verdict.UNSURE : gravest;
            case ABOUT_SCAMS -> Verdict.ABOUT_SCAMS;
        };
    }

    private static List<CampaignMember> members(List<CampaignMember> before, CampaignMember member) {
        List<CampaignMember> after = new ArrayList<>(before);
        after.removeIf(known -> known.getPosting().equals(member.getPosting()));
        after.add(member);
        after.sort(OLDEST_MEMBER);
        return List.copyOf(after.subList(0, Math.min(MOST_MEMBERS, after.size())));
    }

    private static List<TemplateSample> samples(List<TemplateSample> before, CampaignSample sample) {
        if (sample.getSample().isEmpty()) {
            return before;
        }
        CampaignMember posting = sample.getPosting();
        List<TemplateSample> after = new ArrayList<>(before);
        after.removeIf(known -> known.getPosting().equals(posting.getPosting()));
        after.add(new TemplateSample(posting.getPosting(), posting.getTime(), sample.getSample()));
        after.sort(OLDEST_SAMPLE);
        return List.copyOf(after.subList(0, Math.min(MOST_SAMPLES, after.size())));
    }

    private static void setTemplate(CampaignState state) {
        Optional<Template> template = TemplateFinder.find(
                state.getSamples().stream().map(TemplateSample::getText).toList());
        state.setTemplate(template.map(Template::text).orElse(null));
        state.setSlots(template.stream()
                .flatMap(found -> found.slots().stream())
                .map(slot -> new TemplateSlot(slot.kind(), slot.examples()))
                .toList());
    }

    private static List<String> union(List<String> before, List<String> more, int most) {
        TreeSet<String> all = new TreeSet<>(before);
        more.stream().filter(each -> !each.isEmpty()).forEach(all::add);
        return all.stream().limit(most).toList();
    }
}
