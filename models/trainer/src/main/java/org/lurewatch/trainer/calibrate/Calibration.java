package org.lurewatch.trainer.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.ModelDetector;
import org.lurewatch.detection.assess.RawScore;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.bundle.BundleWriter;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.data.Sample;

/**
 * A site's own lines, from its own adverts to a copy of a bundle.
 *
 * @param site the lines
 * @param repeated how many adverts say the same as another one, and were left out
 * @param alone how many of the adverts hold a saying that warns wherever the line is
 * @param version name of the copy
 */
public record Calibration(SiteLines site, int repeated, int alone, String version) {
    private static final String SUFFIX = "-own";
    private static final String CARD = "MODEL_CARD.md";

    /**
     * Draws the lines and writes the copy.
     *
     * @param samples the site's adverts, labelled or plain; those labelled as scams or as texts about scams are left out
     * @param bundle folder of the bundle that scores them
     * @param out folder that receives the copy
     * @param alarmsPer1000 how many of 1,000 adverts the default policy may warn of, if not as many as it says
     * @param progress receives a line for each step that takes long
     * @throws TooFewAdvertsException where they are too few for that number
     */
    public static Calibration run(
            List<Sample> samples, Path bundle, Path out, OptionalDouble alarmsPer1000, Consumer<String> progress)
            throws IOException {
        ModelDetector detector = BundleLoader.load(bundle);
        List<JobPosting> all = samples.stream()
                .filter(sample -> !sample.isScam() && !sample.isAboutScams())
                .map(sample -> sample.labelled().posting())
                .toList();
        List<JobPosting> adverts = different(all);
        progress.accept("scoring " + adverts.size() + " adverts");
        List<RawScore> scores = adverts.parallelStream().map(detector::rawScore).toList();
        double[] logOdds = scores.stream().mapToDouble(RawScore::logOdds).toArray();
        SiteLines site = SiteLines.draw(BundleLoader.policies(bundle), logOdds, alarmsPer1000);
        String before = BundleLoader.identify(bundle).version();
        Calibration calibration = new Calibration(
                site,
                all.size() - adverts.size(),
                (int) scores.stream()
                        .filter(score -> Double.isInfinite(score.logOdds()))
                        .count(),
                before.endsWith(SUFFIX) ? before : before + SUFFIX);
        BundleWriter.copy(
                bundle,
                out,
                calibration.version(),
                site.policies(),
                BundleLoader.languages(bundle).plus(coverage(adverts, scores)),
                Map.of("lines", "drawn from " + adverts.size() + " adverts of one site"));
        if (Files.exists(bundle.resolve(CARD))) {
            Files.writeString(out.resolve(CARD), card(Files.readString(bundle.resolve(CARD)), calibration));
        }
        return calibration;
    }

    /** The adverts without those that say the same as an earlier one, which tell nothing new. */
    private static List<JobPosting> different(List<JobPosting> adverts) {
        Set<Map<PostingField, String>> said = new HashSet<>();
        return adverts.stream().filter(advert -> said.add(advert.texts())).toList();
    }

    /** A site's own adverts measure the languages that they are in. */
    private static LanguageCoverage coverage(List<JobPosting> adverts, List<RawScore> scores) {
        SortedMap<String, LanguageCoverage.Rows> rows = new TreeMap<>();
        for (int i = 0; i < adverts.size(); i++) {
            JobPosting advert = adverts.get(i);
            scores.get(i)
                    .language()
                    .filter(code -> PostingLanguage.agrees(advert, code))
                    .ifPresent(code -> rows.merge(code, new LanguageCoverage.Rows(1, 0), LanguageCoverage.Rows::plus));
        }
        return new LanguageCoverage(rows);
    }

    /** What a person is told. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        text.add(site.adverts() + " different adverts"
                + (repeated == 0 ? "" : ", and " + repeated + " that repeat one"));
        text.add("");
        text.add(row("POLICY", "LINE", "WAS", "IS", "WERE OVER", "ARE OVER", "95 % INTERVAL"));
        for (SiteLines.Drawn each : site.drawn()) {
            text.add(row(
                    each.policy(),
                    each.warns() ? "warn" : "ask",
                    String.format(Locale.ROOT, "%.6f", each.before()),
                    String.format(Locale.ROOT, "%.6f", each.after()),
                    percent(each.overBefore()),
                    percent(each.over().estimate()),
                    percent(each.over().low()) + " to " + percent(each.over().high())));
        }
        text.add("");
        text.add("The interval is for all adverts of the site, if these were drawn from them by chance.");
        if (alone > 0) {
            text.add(alone + " of them hold words that warn wherever the line is: look at these first.");
        }
        return text;
    }

    private static String row(String policy, String line, String was, String is, String were, String are, String of) {
        return String.format("%-10s %-5s %-9s %-9s %-10s %-9s %s", policy, line, was, is, were, are, of)
                .stripTrailing();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String card(String before, Calibration calibration) {
        List<String> added = new ArrayList<>();
        added.add("");
        added.add("## Lines of version " + calibration.version());
        added.add("Drawn anew from adverts of one site, all taken for honest, in place of the thresholds above.");
        added.add("");
        added.add("```");
        added.addAll(calibration.text());
        added.add("```");
        added.add("");
        return before + String.join("\n", added);
    }
}
