package org.lurewatch.detection.warning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lurewatch.detection.campaign.CampaignEntry;
import org.lurewatch.detection.campaign.Template;
import org.lurewatch.detection.campaign.TemplateFinder;

/**
 * Puts a campaign together from what its postings report, and decides when readers are told. Whatever the order in which
 * postings report, the outcome is the same; where there is more than is kept, which ones are kept does not depend on that
 * order either.
 *
 * <p>What a reader acts upon goes out at once: that the campaign is there, its verdict and standing, its first template,
 * that it became part of another. That it grows goes out within an hour of event time, so that people who post a thousand
 * times a day are not a thousand records.
 */
public final class CampaignRule {
    /** More contacts than a reader looks at. */
    static final int MOST_HANDLES = 50;

    /** More platforms or languages than one campaign is likely to use. */
    static final int MOST_NAMES = 20;

    private static final long GROWTH_WAITS = Duration.ofHours(1).toMillis();
    private static final Comparator<CampaignPosting> OLDEST_POSTING =
            Comparator.comparingLong(CampaignPosting::time).thenComparing(CampaignPosting::posting);
    private static final Comparator<CampaignText> OLDEST_TEXT =
            Comparator.comparingLong(CampaignText::time).thenComparing(CampaignText::posting);

    private CampaignRule() {}

    /**
     * A posting reported.
     *
     * @param before what was known; empty where it is the first posting
     * @param now event time in milliseconds
     */
    public static CampaignStep reported(String id, Optional<KnownCampaign> before, PostingReport report, long now) {
        KnownCampaign after = with(before, report);
        boolean isOver = before.filter(KnownCampaign::isOver).isPresent();
        if (isOver || !after.isPublic()) {
            return CampaignStep.quiet(after);
        }
        if (isUrgent(after)) {
            KnownCampaign sent =
                    before.map(known -> withNewestTemplate(known, after)).orElse(after);
            return CampaignStep.publish(sent, current(id, sent, now));
        }
        return CampaignStep.quiet(after.due() == 0 ? after.due(now + GROWTH_WAITS) : after);
    }

    /**
     * Growth that waited is due. It may come to nothing: a posting that was seen again says nothing new.
     *
     * @param now event time in milliseconds
     */
    public static CampaignStep grown(String id, KnownCampaign known, long now) {
        KnownCampaign sent = withNewestTemplate(known, known);
        PublicCampaign current = current(id, sent, now);
        boolean saysMore = known.published().map(current::saysMoreThan).orElse(true);
        return saysMore ? CampaignStep.publish(sent, current) : CampaignStep.quiet(sent.due(0));
    }

    /**
     * A posting is to be forgotten. Readers who were told of the campaign are told of it anew, however it stands. How many
     * postings ever joined does not change.
     *
     * @param posting names it
     * @param now event time in milliseconds
     */
    public static CampaignStep erased(String id, KnownCampaign known, String posting, long now) {
        if (!known.knows(posting)) {
            return CampaignStep.quiet(known);
        }
        KnownCampaign left = known.without(posting);
        KnownCampaign after = left.withTemplate(known.template().isPresent() ? template(left) : Optional.empty());
        return known.published().isPresent()
                ? CampaignStep.publish(after, current(id, after, now))
                : CampaignStep.quiet(after);
    }

    /** The campaign after a posting reported. */
    static KnownCampaign with(Optional<KnownCampaign> known, PostingReport report) {
        KnownCampaign before = known.orElse(KnownCampaign.NOTHING);
        if (report.movedTo().isPresent()) {
            return before.mergedInto(report.movedTo().get());
        }
        CampaignPosting posting = report.posting();
        KnownCampaign after = new KnownCampaign(
                postings(before.postings(), posting),
                texts(before.texts(), report),
                Math.max(before.count(), report.count()),
                union(before.handles(), report.handles(), MOST_HANDLES),
                union(before.sources(), List.of(report.source()), MOST_NAMES),
                union(before.languages(), List.of(report.language()), MOST_NAMES),
                known.isEmpty() ? posting.time() : Math.min(before.firstSeen(), posting.time()),
                known.isEmpty() ? posting.time() : Math.max(before.lastSeen(), posting.time()),
                before.mergedInto(),
                before.template(),
                before.published(),
                before.due());
        // Most campaigns are honest employers', of which no reader is told: for these no template is looked for.
        boolean isSought = before.isPublic() && after.texts().equals(before.texts());
        boolean isToBeSought = after.isPublic() && after.template().isEmpty() && !isSought;
        return isToBeSought ? after.withTemplate(template(after)) : after;
    }

    /**
     * The campaign with the template of all its texts. {@link #with} looks for a first one; where there is one already, the
     * next is looked for when readers are told, not for each posting.
     *
     * @param before the campaign before a posting reported; {@code after} itself where none did
     */
    static KnownCampaign withNewestTemplate(KnownCampaign before, KnownCampaign after) {
        return isTemplateOld(before, after) ? after.withTemplate(template(after)) : after;
    }

    /** The record that tells of the campaign as it stands, with the revision after the last one published. */
    static PublicCampaign current(String id, KnownCampaign known, long updatedAt) {
        Optional<CampaignPosting> gravest =
                known.postings().stream().max(Comparator.comparingDouble(CampaignPosting::score));
        return new PublicCampaign(
                id,
                known.published().map(PublicCampaign::revision).orElse(0) + 1,
                known.size(),
                known.template(),
                known.handles(),
                known.sources(),
                known.languages(),
                (int) known.postings().stream()
                        .mapToLong(CampaignPosting::employer)
                        .filter(employer -> employer != 0)
                        .distinct()
                        .count(),
                known.firstSeen(),
                known.lastSeen(),
                gravest.map(CampaignPosting::score).orElse(0.0),
                known.verdict(),
                gravest.flatMap(CampaignPosting::scamType),
                known.standing(),
                known.mergedInto(),
                known.postings().stream().map(CampaignPosting::key).toList(),
                updatedAt);
    }

    /** Whether a reader of what was published last would act on something else now; mere growth can wait. */
    private static boolean isUrgent(KnownCampaign known) {
        if (known.published().isEmpty()) {
            return true;
        }
        PublicCampaign last = known.published().get();
        return last.verdict() != known.verdict()
                || last.standing() != known.standing()
                || last.template().isPresent() != known.template().isPresent()
                || last.mergedInto().isPresent() != known.mergedInto().isPresent();
    }

    /** Whether there was one, and texts may have come since: in growth that waits to be published, or just now. */
    private static boolean isTemplateOld(KnownCampaign before, KnownCampaign after) {
        return before.template().isPresent()
                && (before.due() != 0 || !before.texts().equals(after.texts()));
    }

    private static Optional<Template> template(KnownCampaign known) {
        return TemplateFinder.find(
                known.texts().stream().map(CampaignText::text).toList());
    }

    private static List<CampaignPosting> postings(List<CampaignPosting> before, CampaignPosting posting) {
        List<CampaignPosting> after = new ArrayList<>(before);
        after.removeIf(known -> known.posting().equals(posting.posting()));
        after.add(posting);
        after.sort(OLDEST_POSTING);
        return after.subList(0, Math.min(CampaignEntry.MOST_MEMBERS, after.size()));
    }

    private static List<CampaignText> texts(List<CampaignText> before, PostingReport report) {
        if (report.text().isEmpty()) {
            return before;
        }
        CampaignPosting posting = report.posting();
        List<CampaignText> after = new ArrayList<>(before);
        after.removeIf(known -> known.posting().equals(posting.posting()));
        after.add(new CampaignText(posting.posting(), posting.time(), report.text()));
        after.sort(OLDEST_TEXT);
        return after.subList(0, Math.min(TemplateFinder.MOST_SAMPLES, after.size()));
    }

    private static List<String> union(List<String> before, List<String> more, int most) {
        TreeSet<String> all = new TreeSet<>(before);
        more.stream().filter(each -> !each.isEmpty()).forEach(all::add);
        return all.stream().limit(most).toList();
    }
}
