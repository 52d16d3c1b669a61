package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.data.SampleFiles;

class FoldDetectorsTest {
    @Test
    void aPostingIsScoredByTheModelThatDidNotSeeIt() throws IOException {
        List<Sample> samples = SampleFiles.read(List.of(Path.of("written/en.jsonl")));
        String lexicon = Training.builtInLexicon();
        String places = PlaceNames.lines();
        PostingReader reader = Training.postingReader(lexicon, places);
        List<Example> examples = Examples.of(samples, reader);
        BundleTrainer.Trained trained = BundleTrainer.train(examples, Recipe.DEFAULT, "small", lexicon, places);
        FoldDetectors detectors = new FoldDetectors(trained, Recipe.DEFAULT.folds(), reader);
        double likely = trained.contents().policy().likely();
        int lifted = 0;
        int raisedByAPart = 0;
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            double score =
                    detectors.of(sample).assess(sample.labelled().posting()).score();
            double heldOut = trained.heldOut()[i];
            ScamModel unseen = trained.foldModels().get(Recipe.DEFAULT.folds().of(sample));
            if (heldOut < likely && saysOneThatCarriesAlone(examples.get(i), unseen)) {
                assertTrue(score > likely, sample.toString());
                lifted++;
            } else if (score > heldOut * (1 + 1e-5)) {
                raisedByAPart++;
            } else {
                assertEquals(heldOut, score, 1e-5 * score, sample.toString());
            }
        }
        assertTrue(raisedByAPart < samples.size() / 10, raisedByAPart + " score more by a part of theirs");
        assertTrue(lifted > 0 && lifted < samples.size() / 10, lifted + " are lifted");
    }

    private static boolean saysOneThatCarriesAlone(Example example, ScamModel model) {
        return model.carriesAlone().stream()
                .mapToInt(code -> SignalFeatures.indexOf(SignalFeatures.SAID + code))
                .anyMatch(index -> example.features().signals()[index] > 0);
    }
}
