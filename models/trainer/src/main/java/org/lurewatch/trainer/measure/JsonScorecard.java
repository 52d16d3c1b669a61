package org.lurewatch.trainer.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;

/** A measurement as JSON, always with the same properties in the same order. */
public final class JsonScorecard {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonScorecard() {}

    /** The document, with its last line ended. */
    public static String text(Measurement measurement) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("terms", terms(measurement.terms()));
        measurement.notes().forEach(root.putArray("notes")::add);
        measurement
                .views()
                .forEach(view -> write(view, root.withArrayProperty("views").addObject()));
        return text(root);
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
        figures.forEach((figure, interval) -> into.putObject(figure.code())
                .put("estimate", interval.estimate())
                .put("low", interval.low())
                .put("high", interval.high()));
    }

    /** Adds what is known of a slice. */
    public static void write(Slice slice, ObjectNode into) {
        into.put("name", slice.name())
                .put("scams", slice.scams())
                .put("honest", slice.honest())
                .put("aboutScams", slice.aboutScams())
                .put("groups", slice.groups());
        if (slice.isRanked()) {
            into.put("statedAt", slice.statedAt());
        }
        write(slice.figures(), into.putObject("figures"));
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
