package org.lurewatch.cli.output;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.cli.terminal.KindLine;
import org.lurewatch.cli.terminal.Table.Column;
import org.lurewatch.desk.output.OutputType;
import org.lurewatch.detection.assess.ScamTypeText;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.Verdict;

/**
 * How one type of record looks to a person.
 *
 * @param columns of its table; where the lines are short, those on the right are left out
 */
public record OutputView<T extends SpecificRecordBase>(OutputType<T> type, List<Column<T>> columns) {
    /** Warnings by when they were assessed. */
    public static final OutputView<ScamWarning> WARNINGS = new OutputView<>(
            OutputType.WARNINGS,
            List.of(
                    Column.of("ASSESSED (UTC)", 16, 16, warning -> minute(warning.getAssessedAt())),
                    Column.of("VERDICT", 13, 13, warning -> words(warning.getVerdict())),
                    Column.of("SCORE", 6, 6, warning -> String.format(Locale.ROOT, "%.4f", warning.getScore())),
                    Column.of("KIND", 12, 33, warning -> kind(warning.getVerdict(), warning.getScamType())),
                    Column.of("POSTING", 12, 40, warning -> warning.getSource() + "/" + warning.getPostingId()),
                    Column.of("STRONGEST REASON", 11, 60, OutputView::strongest),
                    Column.of("WARNING", 32, 32, ScamWarning::getWarningId)));

    /** Campaigns by when they were last seen. */
    public static final OutputView<Campaign> CAMPAIGNS = new OutputView<>(
            OutputType.CAMPAIGNS,
            List.of(
                    Column.of("LAST SEEN", 10, 10, campaign -> day(campaign.getLastSeen())),
                    Column.of("VERDICT", 13, 13, campaign -> words(campaign.getVerdict())),
                    Column.ofNumbers("POSTINGS", Campaign::getPostings),
                    Column.of("CAMPAIGN", 32, 32, Campaign::getCampaignId),
                    Column.of("KIND", 9, 33, OutputView::kind),
                    Column.of("CONTACTS", 15, 60, campaign -> String.join(", ", campaign.getHandles())),
                    Column.of("LANGUAGES", 9, 20, campaign -> String.join(", ", campaign.getLanguages())),
                    Column.of("SOURCES", 10, 40, campaign -> String.join(", ", campaign.getSources()))));

    /** Trends by when their hour or day began. */
    public static final OutputView<Trend> TRENDS = new OutputView<>(
            OutputType.TRENDS,
            List.of(
                    Column.of("FROM (UTC)", 16, 16, trend -> minute(trend.getWindowStart())),
                    Column.ofNumbers("HOURS", Trend::getWindowHours),
                    Column.of("COUNTED BY", 11, 11, OutputView::dimension),
                    Column.of("VALUE", 10, 40, OutputView::value),
                    Column.ofNumbers("POSTINGS", Trend::getPostings),
                    Column.ofNumbers("LIKELY", Trend::getLikely),
                    Column.ofNumbers("UNSURE", Trend::getUnsure)));

    /** What the command is called. */
    public String name() {
        return type.plural();
    }

    private static String minute(Instant time) {
        return time.toString().substring(0, 16).replace('T', ' ');
    }

    private static String day(Instant time) {
        return time.toString().substring(0, 10);
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String kind(Verdict verdict, String code) {
        return switch (verdict) {
            case LIKELY_SCAM, UNSURE -> code == null ? KindLine.NOT_CLEAR : ScamTypeText.nameOf(code);
            case NO_SIGN_FOUND, ABOUT_SCAMS -> "-";
        };
    }

    private static String kind(Campaign campaign) {
        return campaign.getMergedInto() == null
                ? kind(campaign.getVerdict(), campaign.getScamType())
                : "now part of " + campaign.getMergedInto();
    }

    /** What is known from other postings or reviews has no quote. */
    private static String strongest(ScamWarning warning) {
        return warning.getEvidence().stream()
                .findFirst()
                .map(OutputView::strongest)
                .orElse("");
    }

    private static String strongest(Evidence evidence) {
        return evidence.getQuote().isEmpty() ? evidence.getPhrase() : "“" + evidence.getQuote() + "”";
    }

    private static String dimension(Trend trend) {
        return trend.getDimension() == TrendDimension.SCAM_TYPE ? "kind" : words(trend.getDimension());
    }

    private static String value(Trend trend) {
        return trend.getDimension() == TrendDimension.SCAM_TYPE
                ? ScamTypeText.nameOf(trend.getValue())
                : trend.getValue();
    }
}
