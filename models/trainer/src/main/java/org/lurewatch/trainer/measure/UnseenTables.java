package org.lurewatch.trainer.measure;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lurewatch.trainer.measure.Unseen.Averaged;
import org.lurewatch.trainer.measure.Unseen.Caught;
import org.lurewatch.trainer.measure.Unseen.Line;
import org.lurewatch.trainer.measure.Unseen.Over;
import org.lurewatch.trainer.measure.Unseen.Share;

/** Puts figures of what was not learnt from into tables. */
final class UnseenTables {
    private static final String UNKNOWN = "–";

    private UnseenTables() {}

    /** All tables; those that would be empty are left out. */
    static List<FigureTable> of(Unseen unseen) {
        return List.of(honest(unseen), files(unseen), kinds(unseen), messages(unseen), parts(unseen)).stream()
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private static FigureTable honest(Unseen unseen) {
        String site = unseen.ofSites() ? "site" : "file";
        List<List<String>> rows = new ArrayList<>();
        add("adverts, each " + site + " alike", unseen.sites(), rows);
        add("adverts, each language alike", unseen.languages(), rows);
        if (unseen.brief().rows() > 0) {
            Share brief = unseen.brief();
            rows.add(List.of(
                    "adverts, " + brief.name(),
                    "" + brief.rows(),
                    UNKNOWN,
                    percent(brief.likely()),
                    percent(brief.unsure()),
                    UNKNOWN));
        }
        add("messages among lures, each source alike", unseen.messages(), rows);
        return new FigureTable(
                "Honest postings", List.of("which", "postings", "groups", "LIKELY_SCAM", "UNSURE", "worst"), rows);
    }

    private static void add(String which, Averaged averaged, List<List<String>> rows) {
        if (averaged.rows() > 0) {
            rows.add(List.of(
                    which,
                    "" + averaged.rows(),
                    "" + averaged.groups().size(),
                    percent(averaged.likely()),
                    percent(averaged.unsure()),
                    averaged.worst().stream().map(UnseenTables::words).collect(joining(", "))));
        }
    }

    private static String words(Share share) {
        return share.name() + " " + percent(share.likely()) + " + " + percent(share.unsure()) + " of " + share.rows();
    }

    private static FigureTable files(Unseen unseen) {
        List<String> header = new ArrayList<>(List.of("file", "label", "postings", "sources", "LIKELY_SCAM", "UNSURE"));
        for (Line line : unseen.lines()) {
            header.add(String.format(Locale.ROOT, "over the %s line, %.4f", percent(line.rate()), line.score()));
            header.add("by source");
            header.add("by language");
        }
        return new FigureTable(
                "Files with scams: verdicts, and scores over the lines of an average "
                        + (unseen.ofSites() ? "site" : "file"),
                header,
                unseen.files().stream().map(UnseenTables::row).toList());
    }

    private static List<String> row(Caught file) {
        List<String> row = new ArrayList<>(List.of(
                file.name(),
                file.label().code(),
                "" + file.rows(),
                "" + file.sources(),
                percent(file.likely()),
                percent(file.unsure())));
        for (Over over : file.over()) {
            row.add(percent(over.rows()));
            row.add(percent(over.bySource()));
            row.add(percent(over.byLanguage()));
        }
        return row;
    }

    private static FigureTable kinds(Unseen unseen) {
        return new FigureTable(
                "Kinds of scam, where the label has one and the posting was told one",
                List.of("file", "postings", "kind of the label among those told"),
                unseen.files().stream()
                        .filter(file -> file.named() > 0)
                        .map(file -> List.of(file.name(), "" + file.named(), percent(file.right())))
                        .toList());
    }

    private static FigureTable messages(Unseen unseen) {
        return new FigureTable(
                "Honest messages of files with scams, by source",
                List.of("source", "postings", "LIKELY_SCAM", "UNSURE"),
                unseen.messages().groups().stream()
                        .map(source -> List.of(
                                source.name(), "" + source.rows(), percent(source.likely()), percent(source.unsure())))
                        .toList());
    }

    private static FigureTable parts(Unseen unseen) {
        List<String> header = new ArrayList<>(
                List.of("by", "which", "honest", "LIKELY_SCAM", "UNSURE", "lures", "LIKELY_SCAM", "UNSURE"));
        unseen.lines().forEach(line -> header.add("over the " + percent(line.rate()) + " line"));
        return new FigureTable(
                "By what a posting is like: adverts with each site alike, and lures",
                header,
                unseen.parts().stream().map(UnseenTables::row).toList());
    }

    private static List<String> row(Unseen.Part part) {
        List<String> row = new ArrayList<>(List.of(
                part.by(),
                part.name(),
                "" + part.honest().rows(),
                percent(part.honest().likely()),
                percent(part.honest().unsure()),
                "" + part.lures().rows(),
                percent(part.lures().likely()),
                percent(part.lures().unsure())));
        part.lures().over().forEach(over -> row.add(percent(over.rows())));
        return row;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? UNKNOWN : FigureTables.percent(share);
    }
}
