package org.lurewatch.trainer.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A measurement as JSON, always with the same properties in the same order. */
public final class JsonScorecard {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonScorecard() {}

    /** The document, with its last line ended. */
    public static String text(Measurement measurement) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("terms", terms(measurement.terms()));
        measurement.run().ifPresent(run -> write(run, root.putObject("run")));
        measurement.notes().forEach(root.putArray("notes")::add);
        measurement
                .unseen()
                .forEach(
                        unseen -> write(unseen, root.withArrayProperty("unseen").addObject()));
        measurement
                .views()
                .forEach(view -> write(view, root.withArrayProperty("views").addObject()));
        measurement
                .errors()
                .forEach(
                        errors -> write(errors, root.withArrayProperty("errors").addObject()));
        return text(root);
    }

    /** Adds when and by what was judged. */
    public static void write(Run run, ObjectNode into) {
        into.put("at", run.at().toString());
        run.bundle()
                .ifPresent(id ->
                        into.putObject("bundle").put("version", id.version()).put("digest", id.digest()));
    }

    private static void write(Errors errors, ObjectNode into) {
        into.put("name", errors.name())
                .put("scams", errors.scams())
                .put("scamsAsked", errors.scamsAsked())
                .put("scamsMissed", errors.scamsMissed())
                .put("honest", errors.honest())
                .put("falseAlarms", errors.falseAlarms())
                .put("honestAsked", errors.honestAsked());
        write(errors.worstMisses(), into.putArray("worstMisses"));
        write(errors.worstAlarms(), into.putArray("worstAlarms"));
    }

    private static void write(List<JudgedSample> outcomes, ArrayNode into) {
        outcomes.forEach(outcome -> into.addObject()
                .put("score", outcome.score())
                .put("verdict", outcome.verdict().map(Enum::name).orElse(null))
                .put("file", outcome.sample().file())
                .put("source", outcome.sample().site())
                .put("language", outcome.language())
                .put("identifier", outcome.sample().labelled().posting().identifier())
                .put("text", Errors.text(outcome)));
    }

    /** The JSON, indented. */
    public static String text(ObjectNode root) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of figures cannot fail to be written", e);
        }
    }

    /** The assumptions of the measurement. */
    public static ObjectNode terms(Assumptions terms) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("baseRate", terms.baseRate())
                .put("postingsADay", terms.volume())
                .put("minutesAReview", terms.minutesAReview())
                .put("resamples", terms.bootstrap().resamples())
                .put("seed", terms.bootstrap().seed());
    }

    /** Adds figures by their codes. */
    public static void write(Map<Figure, Interval> figures, ObjectNode into) {
        figures.forEach((figure, interval) -> write(interval, into.putObject(figure.code())));
    }

    /** Adds a figure and its range. */
    public static void write(Interval interval, ObjectNode into) {
        into.put("estimate", interval.estimate()).put("low", interval.low()).put("high", interval.high());
    }

    /** Adds what is known of a slice; null in place of figures that rest on too few groups. */
    public static void write(Slice slice, ObjectNode into) {
        into.put("name", slice.name())
                .put("scams", slice.scams())
                .put("honest", slice.honest())
                .put("aboutScams", slice.aboutScams())
                .put("groups", slice.groups());
        if (slice.isRanked()) {
            into.put("statedAt", slice.statedAt());
        }
        ObjectNode figures = into.putObject("figures");
        slice.figures().forEach((figure, interval) -> {
            ObjectNode node = figures.putObject(figure.code());
            if (!figure.isShare() && slice.hasTooFewFor(figure)) {
                node.putNull("estimate").putNull("low").putNull("high");
            } else {
                write(interval, node);
            }
            node.put("n", slice.groupsBehind().get(figure));
        });
    }

    private static void write(Unseen unseen, ObjectNode into) {
        into.put("name", unseen.name()).put("ofSites", unseen.ofSites());
        write(unseen.sites(), into.putObject("sites"));
        write(unseen.languages(), into.putObject("languages"));
        write(unseen.messages(), into.putObject("messages"));
        write(unseen.brief(), into.putObject("brief"));
        ArrayNode lines = into.putArray("lines");
        unseen.lines()
                .forEach(line -> lines.addObject().put("rate", line.rate()).put("score", line.score()));
        ArrayNode files = into.putArray("files");
        unseen.files().forEach(file -> write(file, files.addObject()));
        ArrayNode parts = into.putArray("parts");
        unseen.parts().forEach(part -> {
            ObjectNode node = parts.addObject().put("by", part.by()).put("name", part.name());
            write(part.honest(), node.putObject("honest"));
            write(part.lures(), node.putObject("lures"));
        });
    }

    private static void write(Unseen.Averaged averaged, ObjectNode into) {
        into.put("rows", averaged.rows());
        put("likely", averaged.likely(), into);
        put("unsure", averaged.unsure(), into);
        ArrayNode groups = into.putArray("groups");
        averaged.groups().forEach(group -> write(group, groups.addObject()));
    }

    private static void write(Unseen.Share share, ObjectNode into) {
        into.put("name", share.name()).put("rows", share.rows());
        put("likely", share.likely(), into);
        put("unsure", share.unsure(), into);
    }

    private static void write(Unseen.Caught caught, ObjectNode into) {
        into.put("name", caught.name())
                .put("label", caught.label().code())
                .put("rows", caught.rows())
                .put("sources", caught.sources())
                .put("languages", caught.languages());
        put("likely", caught.likely(), into);
        put("unsure", caught.unsure(), into);
        into.put("kindNamed", caught.named());
        put("kindRight", caught.right(), into);
        ArrayNode lines = into.putArray("over");
        caught.over().forEach(over -> {
            ObjectNode node = lines.addObject();
            put("rows", over.rows(), node);
            put("bySource", over.bySource(), node);
            put("byLanguage", over.byLanguage(), node);
        });
    }

    /** A share of nothing is null, which JSON has a word for. */
    private static void put(String name, double share, ObjectNode into) {
        if (Double.isNaN(share)) {
            into.putNull(name);
        } else {
            into.put(name, share);
        }
    }

    private static void write(View view, ObjectNode into) {
        into.put("name", view.name());
        ObjectNode slices = into.putObject("by");
        view.slices()
                .forEach((cut, members) -> members.forEach(slice ->
                        write(slice, slices.withArrayProperty(cut.code()).addObject())));
        view.everyday().ifPresent(everyday -> write(everyday, into.putObject("everyday")));
        view.days().forEach(day -> write(day, into.withArrayProperty("days").addObject()));
        view.reaches()
                .forEach(reach -> write(reach, into.withArrayProperty("reaches").addObject()));
    }

    private static void write(Day day, ObjectNode into) {
        into.put("scamsLike", day.file());
        write(day.expected(), into.putObject("expected"));
        write(day.atBest(), into.putObject("atBest"));
        write(day.atWorst(), into.putObject("atWorst"));
    }

    private static void write(Workload workload, ObjectNode into) {
        into.put("warnings", workload.warnings())
                .put("precision", workload.precision())
                .put("scamsWarned", workload.scamsWarned())
                .put("scamsMissed", workload.scamsMissed())
                .put("reviewHours", workload.reviewHours());
    }

    private static void write(Everyday.Reach reach, ObjectNode into) {
        into.put("reachedBy", reach.everyday()).put("share", reach.rate());
        ObjectNode over = into.putObject("over");
        reach.over().forEach((file, labels) -> {
            ObjectNode counts = over.putObject(file);
            labels.forEach((label, count) ->
                    counts.putObject(label.code()).put("over", count.count()).put("of", count.all()));
        });
    }
}
