package org.lurewatch.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.web.view.StoredRevision;
import org.lurewatch.web.view.StoredRevision.Part;

/**
 * A revision of a warning as a person reads it.
 *
 * @param number from 1
 * @param at when it was assessed
 * @param verdict in words
 * @param changes whole sentences: why it was sent, and what it says otherwise than the one before
 * @param unread why it was sent where that is known in English only; may be empty
 * @param campaign the campaign that was found with it
 */
public record ShownRevision(
        int number, String at, String verdict, List<String> changes, String unread, Optional<String> campaign) {
    private static final String OF_POSTING = "reviewers say of this posting: ";
    private static final String OF_CAMPAIGN = "reviewed: ";
    private static final String SWEEP = "history sweep with bundle ";

    /** Why the stream sends a revision, in its own words. */
    private static final Map<String, String> REASONS = Map.of(
            "another posting is by the same people",
            "course.why.another",
            "two postings are by the same people",
            "course.why.another",
            "two campaigns are by the same people",
            "course.why.merged",
            "the same text was assessed by another bundle",
            "course.why.bundle",
            "the posting says something else now",
            "course.why.text",
            "reviewers have taken back what they said of this posting",
            "course.why.withdrawn",
            OF_CAMPAIGN + "taken back",
            "course.why.campaign.withdrawn");

    private static final Map<String, Standing> STANDINGS = Map.of(
            "a scam", Standing.CONFIRMED,
            "legitimate", Standing.CLEARED,
            "disputed", Standing.DISPUTED,
            "about scams", Standing.ABOUT_SCAMS);

    /** @param revisions of one warning, the newest first */
    static List<ShownRevision> all(List<StoredRevision> revisions, PageWords words) {
        List<ShownRevision> shown = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            shown.add(of(
                    revisions.get(i),
                    i + 1 < revisions.size() ? Optional.of(revisions.get(i + 1)) : Optional.empty(),
                    words));
        }
        return shown;
    }

    private static ShownRevision of(StoredRevision now, Optional<StoredRevision> before, PageWords words) {
        Optional<String> why = now.reason().flatMap(reason -> why(reason, words));
        List<String> changes = new ArrayList<>(why.stream().toList());
        if (before.isPresent()) {
            changes.addAll(changes(now, before.get(), words));
        } else {
            changes.add(0, words.say(now.revision() == 1 ? "course.first" : "course.oldest"));
        }
        if (changes.isEmpty() && now.reason().isEmpty()) {
            changes.add(words.say("course.same"));
        }
        return new ShownRevision(
                now.revision(),
                words.time(now.at()),
                words.verdict(ShownWarning.verdict(now.verdict())),
                changes,
                why.isPresent() ? "" : now.reason().map(MarkedText::visible).orElse(""),
                now.campaignId()
                        .filter(id ->
                                before.isEmpty() || !before.get().campaignId().equals(now.campaignId())));
    }

    private static List<String> changes(StoredRevision now, StoredRevision before, PageWords words) {
        Set<Part> parts = now.changesSince(before);
        List<String> changes = new ArrayList<>();
        if (parts.contains(Part.VERDICT)) {
            changes.add(words.say("course.verdict", "before", words.verdict(ShownWarning.verdict(before.verdict()))));
        }
        if (parts.contains(Part.CAMPAIGN)) {
            String found = before.campaignId().isEmpty() ? "course.campaign" : "course.campaign.moved";
            changes.add(words.say(now.campaignId().isEmpty() ? "course.campaign.left" : found));
        }
        if (parts.contains(Part.SCAM_TYPE) && now.scamType().isPresent()) {
            changes.add(
                    words.say("course.kind", "kind", words.kind(now.scamType().get())));
        } else if (parts.contains(Part.SCAM_TYPE)
                && ShownWarning.verdict(now.verdict()).isSuspicious()) {
            changes.add(words.say("course.kind.none"));
        }
        String score = words.percent(now.score());
        String earlier = words.percent(before.score());
        if (parts.contains(Part.SCORE) && !score.equals(earlier)) {
            changes.add(words.say(
                    now.score() > before.score() ? "course.score.up" : "course.score.down",
                    "before",
                    earlier,
                    "now",
                    score));
        }
        return changes;
    }

    /** A reason of the stream in the page's language, where it is one that is known here. */
    private static Optional<String> why(String reason, PageWords words) {
        if (REASONS.containsKey(reason)) {
            return Optional.of(words.say(REASONS.get(reason)));
        }
        if (reason.startsWith(SWEEP)) {
            int end = reason.lastIndexOf(", digest ");
            String version = reason.substring(SWEEP.length(), end < SWEEP.length() ? reason.length() : end);
            return Optional.of(words.say("course.why.sweep", "version", MarkedText.visible(version)));
        }
        return said(reason, OF_POSTING, "course.why.reviewed", words)
                .or(() -> said(reason, OF_CAMPAIGN, "course.why.campaign", words));
    }

    private static Optional<String> said(String reason, String beginning, String key, PageWords words) {
        return reason.startsWith(beginning)
                ? Optional.ofNullable(STANDINGS.get(reason.substring(beginning.length())))
                        .map(standing -> words.say(key, "standing", words.say("standing." + standing.name())))
                : Optional.empty();
    }
}
