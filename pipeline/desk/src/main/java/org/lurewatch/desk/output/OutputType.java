package org.lurewatch.desk.output;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;

/**
 * A type of record that the job sends for people to read: how to tell what one is about, and which of several about the
 * same thing holds.
 */
public final class OutputType<T extends SpecificRecordBase> {
    /** One for each posting that is warned of. */
    public static final OutputType<ScamWarning> WARNINGS = new OutputType<>(
            ScamWarning.class,
            "warnings",
            warning -> warning.getSource() + "/" + warning.getPostingId(),
            warning -> new Version(warning.getRevision(), warning.getAssessedAt()),
            warning -> new Traits(
                    List.of(warning.getLanguage() == null ? Traits.NOT_CLEAR : warning.getLanguage()),
                    Optional.ofNullable(warning.getScamType()),
                    Optional.of(warning.getVerdict()),
                    List.of(warning.getSource())),
            OutputColumns.OF_WARNINGS);

    /** One for each group of postings by the same people. */
    public static final OutputType<Campaign> CAMPAIGNS = new OutputType<>(
            Campaign.class,
            "campaigns",
            Campaign::getCampaignId,
            campaign -> new Version(campaign.getRevision(), campaign.getUpdatedAt()),
            campaign -> new Traits(
                    campaign.getLanguages(),
                    Optional.ofNullable(campaign.getScamType()),
                    Optional.of(campaign.getVerdict()),
                    campaign.getSources()),
            OutputColumns.OF_CAMPAIGNS);

    /** One for each hour or day and what was counted in it. A count has one trait: its language or its kind of scam. */
    public static final OutputType<Trend> TRENDS = new OutputType<>(
            Trend.class,
            "trends",
            trend -> String.join(
                    "/",
                    trend.getWindowStart().toString(),
                    trend.getWindowHours() + "h",
                    trend.getDimension().name(),
                    trend.getValue()),
            trend -> new Version(trend.getRevision(), trend.getWindowStart()),
            trend -> new Traits(
                    trend.getDimension() == TrendDimension.LANGUAGE ? List.of(trend.getValue()) : List.of(),
                    trend.getDimension() == TrendDimension.SCAM_TYPE ? Optional.of(trend.getValue()) : Optional.empty(),
                    Optional.empty(),
                    List.of()),
            OutputColumns.OF_TRENDS);

    private final Class<T> recordClass;
    private final String plural;
    private final Function<T, String> key;
    private final Function<T, Version> version;
    private final Function<T, Traits> traits;
    private final List<Column<T>> columns;

    private OutputType(
            Class<T> recordClass,
            String plural,
            Function<T, String> key,
            Function<T, Version> version,
            Function<T, Traits> traits,
            List<Column<T>> columns) {
        this.recordClass = recordClass;
        this.plural = plural;
        this.key = key;
        this.version = version;
        this.traits = traits;
        this.columns = columns;
    }

    /** What such records are called in the plural, which is also what their topic is called unless it is renamed. */
    public String plural() {
        return plural;
    }

    Class<T> recordClass() {
        return recordClass;
    }

    /** What it is about; the same as its key on Kafka. */
    String key(T record) {
        return key.apply(record);
    }

    Version version(T record) {
        return version.apply(record);
    }

    Traits traits(T record) {
        return traits.apply(record);
    }

    List<Column<T>> columns() {
        return columns;
    }
}
