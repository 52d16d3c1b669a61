package org.lurewatch.trainer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.features.PostingReader;
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
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            double score =
                    detectors.of(sample).assess(sample.labelled().posting()).score();
            assertEquals(trained.heldOut()[i], score, 1e-5 * score, sample.toString());
        }
    }
}
