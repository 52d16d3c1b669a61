package org.lurewatch.desk.output;

import java.util.List;
import java.util.Optional;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Trend;

/** The columns of each type of record. New ones go to the right, so that a reader by position goes on. */
final class OutputColumns {
    static final List<Column<ScamWarning>> OF_WARNINGS = List.of(
            new Column<>("assessedAt", ScamWarning::getAssessedAt),
            new Column<>("verdict", ScamWarning::getVerdict),
            new Column<>("score", ScamWarning::getScore),
            new Column<>("scamType", ScamWarning::getScamType),
            new Column<>("otherScamType", ScamWarning::getOtherScamType),
            new Column<>("source", ScamWarning::getSource),
            new Column<>("postingId", ScamWarning::getPostingId),
            new Column<>("language", ScamWarning::getLanguage),
            new Column<>("languageMeasured", ScamWarning::getLanguageMeasured),
            new Column<>(
                    "strongestSignal",
                    warning -> strongest(warning).map(Evidence::getSignal).orElse(null)),
            new Column<>(
                    "strongestQuote",
                    warning -> strongest(warning).map(Evidence::getQuote).orElse(null)),
            new Column<>("campaignId", ScamWarning::getCampaignId),
            new Column<>("warningId", ScamWarning::getWarningId),
            new Column<>("revision", ScamWarning::getRevision),
            new Column<>("revisionReason", ScamWarning::getRevisionReason),
            new Column<>("bundle", warning -> warning.getBundle().getVersion()),
            new Column<>("postedAt", ScamWarning::getPostedAt),
            new Column<>("scrapedAt", ScamWarning::getScrapedAt));

    static final List<Column<Campaign>> OF_CAMPAIGNS = List.of(
            new Column<>("campaignId", Campaign::getCampaignId),
            new Column<>("verdict", Campaign::getVerdict),
            new Column<>("score", Campaign::getScore),
            new Column<>("scamType", Campaign::getScamType),
            new Column<>("postings", Campaign::getPostings),
            new Column<>("employers", Campaign::getEmployers),
            new Column<>("firstSeen", Campaign::getFirstSeen),
            new Column<>("lastSeen", Campaign::getLastSeen),
            new Column<>("languages", campaign -> joined(campaign.getLanguages())),
            new Column<>("sources", campaign -> joined(campaign.getSources())),
            new Column<>("handles", campaign -> joined(campaign.getHandles())),
            new Column<>("template", Campaign::getTemplate),
            new Column<>("standing", Campaign::getStanding),
            new Column<>("mergedInto", Campaign::getMergedInto),
            new Column<>("revision", Campaign::getRevision),
            new Column<>("updatedAt", Campaign::getUpdatedAt));

    static final List<Column<Trend>> OF_TRENDS = List.of(
            new Column<>("windowStart", Trend::getWindowStart),
            new Column<>("windowHours", Trend::getWindowHours),
            new Column<>("dimension", Trend::getDimension),
            new Column<>("value", Trend::getValue),
            new Column<>("postings", Trend::getPostings),
            new Column<>("likely", Trend::getLikely),
            new Column<>("unsure", Trend::getUnsure),
            new Column<>("revision", Trend::getRevision));

    private OutputColumns() {}

    private static Optional<Evidence> strongest(ScamWarning warning) {
        return warning.getEvidence().stream().findFirst();
    }

    private static String joined(List<String> values) {
        return String.join(" | ", values);
    }
}
