package org.lurewatch.trainer.evaluate;

import java.util.Set;
import java.util.function.Function;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.data.Sample;

/** What is left out of training as a whole and then measured on. */
public enum LeftOut {
    /** Sites of honest adverts and sources of lures; groups, where a file is of one source. */
    SITES(
            "sites",
            10,
            "sites and sources",
            sample ->
                    Set.of(sample.isOfSite() ? sample.site() : sample.labelled().group())),
    /** Languages; a posting in several is measured with the first, and left out with each. */
    LANGUAGES(
            "languages",
            8,
            "languages",
            sample -> PostingLanguage.all(sample.labelled().posting()));

    private final String code;
    private final int folds;
    private final String words;
    private final Function<Sample, Set<String>> names;

    LeftOut(String code, int folds, String words, Function<Sample, Set<String>> names) {
        this.code = code;
        this.folds = folds;
        this.words = words;
        this.names = names;
    }

    /** As it is written on the command line. */
    public String code() {
        return code;
    }

    /** How many folds the names are dealt to. */
    int folds() {
        return folds;
    }

    /** Its name for people. */
    String words() {
        return words;
    }

    /** The names of what a sample is of, that with which it is measured first. */
    Set<String> names(Sample sample) {
        return names.apply(sample);
    }
}
