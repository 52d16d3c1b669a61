package org.lurewatch.trainer.compare;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lurewatch.trainer.compare.BundleComparison.Pair;
import org.lurewatch.trainer.measure.JsonScorecard;

/** A comparison as JSON, with every posting whose verdict changed. */
public final class JsonComparison {
    private JsonComparison() {}

    public static String text(BundleComparison comparison, Promotion promotion) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("terms", JsonScorecard.terms(comparison.terms()));
        root.put("promotion", promotion.isRefused() ? "refused" : "granted");
        promotion.objections().forEach(root.putArray("objections")::add);
        ObjectNode unseen = root.putObject("unseen");
        comparison.unseen().forEach((figure, difference) -> {
            ObjectNode node = unseen.putObject(figure.code())
                    .put("a", difference.a())
                    .put("b", difference.b())
                    .put("rows", difference.rows());
            JsonScorecard.write(difference.difference(), node.putObject("difference"));
        });
        write(comparison.overall(), root.putObject("overall"));
        ObjectNode slices = root.putObject("by");
        comparison
                .pairs()
                .forEach((cut, pairs) -> pairs.forEach(
                        pair -> write(pair, slices.withArrayProperty(cut.code()).addObject())));
        write(comparison.everyday(), root.putObject("everyday"));
        comparison.changes().forEach((change, samples) -> {
            ObjectNode node = root.withArrayProperty("changes").addObject();
            node.put("label", change.label().code())
                    .put("from", change.from().name())
                    .put("to", change.to().name());
            samples.forEach(sample -> node.withArrayProperty("postings")
                    .addObject()
                    .put("file", sample.file())
                    .put("identifier", sample.labelled().posting().identifier()));
        });
        return JsonScorecard.text(root);
    }

    private static void write(Pair pair, ObjectNode into) {
        JsonScorecard.write(pair.a(), into.putObject("a"));
        JsonScorecard.write(pair.b(), into.putObject("b"));
        JsonScorecard.write(pair.differences(), into.putObject("differences"));
    }
}
