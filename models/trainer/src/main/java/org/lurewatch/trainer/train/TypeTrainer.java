package org.lurewatch.trainer.train;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.classify.TypeHead;
import smile.classification.SparseLogisticRegression;
import smile.data.SparseDataset;
import smile.util.SparseArray;

/** Fits the head that names the kind of a fake offer, from the scams whose kind is known. */
final class TypeTrainer {
    private static final double LAMBDA = 0.1;

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
        if (codes.size() < 3) {
            throw new IllegalArgumentException(
                    "scams of at least 3 known kinds are needed to learn kinds, but there are " + codes.size());
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
