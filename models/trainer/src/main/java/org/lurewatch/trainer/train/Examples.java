package org.lurewatch.trainer.train;

import java.util.List;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.trainer.data.Sample;

/** Turns samples into what the classifier sees. */
public final class Examples {
    private Examples() {}

    /** The samples, each whole and with fields lost. */
    public static List<Example> of(List<Sample> samples, PostingReader reader) {
        LostFields lostFields = new LostFields(Recipe.DEFAULT.lostFields());
        return samples.parallelStream()
                .map(sample -> example(sample, reader, lostFields))
                .toList();
    }

    private static Example example(Sample sample, PostingReader reader, LostFields lostFields) {
        JobPosting posting = sample.labelled().posting();
        Reading reading = reader.read(posting);
        FeatureVector whole = FeatureVector.of(reading);
        FeatureVector thinned = lostFields
                .leftOf(posting)
                .map(left -> FeatureVector.of(reader.read(left)))
                .orElse(whole);
        return new Example(sample, whole, thinned, reading.language());
    }
}
