package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.data.Sample;

/** What judged samples are sliced by. */
public enum Cut {
    FILE("file", Sample::file),
    LANGUAGE("language", sample -> PostingLanguage.of(sample.labelled().posting())),
    /** The file, and the platform where the posting names one. */
    SOURCE("source", Cut::sourceOf),
    /** The site or channel, where the file gathers several. */
    SITE("site", Sample::site);

    private final String code;
    private final Function<Sample, String> name;

    Cut(String code, Function<Sample, String> name) {
        this.code = code;
        this.name = name;
    }

    /** Its name in tables and in JSON. */
    public String code() {
        return code;
    }

    /** The slice that a sample belongs to. */
    public String nameOf(Sample sample) {
        return name.apply(sample);
    }

    /** The judged samples of each slice, in the order of the slices' names. */
    public SortedMap<String, List<JudgedSample>> slices(List<JudgedSample> outcomes) {
        SortedMap<String, List<JudgedSample>> slices = new TreeMap<>();
        outcomes.forEach(outcome -> slices.computeIfAbsent(nameOf(outcome), slice -> new ArrayList<>())
                .add(outcome));
        return slices;
    }

    private String nameOf(JudgedSample outcome) {
        return this == LANGUAGE ? outcome.language() : nameOf(outcome.sample());
    }

    private static String sourceOf(Sample sample) {
        JobPosting posting = sample.labelled().posting();
        return posting.source().isEmpty() ? sample.file() : sample.file() + "/" + posting.source();
    }
}
