package org.lurewatch.trainer.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.classify.TypeHead;
import smile.classification.SparseLogisticRegression;
import smile.data.SparseDataset;
import smile.util.SparseArray;

/**
 * Fits the head that names the kind of a fake offer, from the scams whose kind is known. Most data sets of strangers tell
 * scams from honest adverts and name no kind. The signals still say then which kinds a posting may be of; which of
 * several is the likelier, the head cannot say, and they stand in the order of {@link ScamType}.
 */
final class TypeTrainer {
    private static final double LAMBDA = 0.1;

    /** Smile's multinomial regression takes no fewer. */
    private static final int FEWEST_KINDS = 3;

    private TypeTrainer() {}

    static TypeHead fit(List<Example> examples) {
        List<Example> typed = examples.stream()
                .filter(example -> example.isScam()
                        && example.sample().labelled().scamType().isPresent())
                .toList();
        List<String> codes = typed.stream()
                .map(example -> example.sample().labelled().scamType().orElseThrow())
                .distinct()
                .sorted()
                .map(ScamType::code)
                .toList();
        if (codes.size() < FEWEST_KINDS) {
            return unlearnt();
        }
        List<SparseArray> rows = new ArrayList<>();
        int[] labels = new int[typed.size()];
        for (int i = 0; i < labels.length; i++) {
            rows.add(sparse(TypeHead.input(typed.get(i).features())));
            labels[i] = codes.indexOf(
                    typed.get(i).sample().labelled().scamType().orElseThrow().code());
        }
        SparseLogisticRegression.Multinomial model = SparseLogisticRegression.multinomial(
                SparseDataset.of(rows, TypeHead.INPUTS), labels, LAMBDA, 1e-4, 100);
        return new TypeHead(codes, model.coefficients());
    }

    private static TypeHead unlearnt() {
        List<String> codes =
                Arrays.stream(ScamType.values()).map(ScamType::code).toList();
        return new TypeHead(codes, new double[codes.size() - 1][TypeHead.INPUTS + 1]);
    }

    private static SparseArray sparse(double[] values) {
        SparseArray row = new SparseArray();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                row.append(i, values[i]);
            }
        }
        return row;
    }
}
