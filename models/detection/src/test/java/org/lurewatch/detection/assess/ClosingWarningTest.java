package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** An advert that closes with a warning is no text about scams; a text that opens with one, or tells a story, is. */
class ClosingWarningTest {
    /** Takes every text with a word of warning for one about scams, and nothing for a scam. */
    private static final Judge JUDGE = new Judge(
            new PostingReader(new TriePhraseMatcher(List.of(
                    Phrase.of(Signal.WARNING_CONTEXT, "en", "beware", false),
                    Phrase.of(Signal.WARNING_CONTEXT, "de", "vorsicht", false),
                    Phrase.of(Signal.WARNING_CONTEXT, "es", "cuidado", false)))),
            new ScamModel(
                    head(-9, 0),
                    head(-5, 20),
                    new TypeHead(List.of("advance_fee", "task_scam"), new double[1][TypeHead.INPUTS + 1]),
                    Collections.emptySortedSet(),
                    LanguageCoverage.NONE),
            new WarningPolicy(0, WarningPolicy.DEFAULT_BASE_RATE, 0.5, 0.4, 0.5));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Warehouse clerk in our depot, Monday to Friday, early shift, forklift licence required, pension and paid"
                        + " holiday, apply on our careers page. Beware of people who use our name: we never ask for money.",
                "Lagerist in unserem Depot, Montag bis Freitag, Frühschicht, Staplerschein erforderlich, unbefristeter Vertrag,"
                        + " Bewerbung über unsere Karriereseite.\n\nVorsicht: Betrüger nutzen unseren Namen. Wir verlangen nie"
                        + " Geld.",
                "Mozo de almacén en nuestro centro, de lunes a viernes, turno de mañana, carretillero con experiencia, contrato"
                        + " indefinido y alta en la seguridad social. Cuidado: nunca pedimos dinero."
            })
    void anAdvertThatClosesWithAWarningShowsNoSign(String advert) {
        assertEquals(Verdict.NO_SIGN_FOUND, verdict(advert));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Beware of people who use our name: we never ask for money. Warehouse clerk in our depot, Monday to Friday,"
                        + " early shift, forklift licence required, pension and paid holiday.",
                "Anna saw an advert for work from home with 300 pounds a day, wrote to the number and was given some tasks to"
                        + " rate hotels, and then she had to pay. Beware of such adverts.",
                "Warehouse clerk, forklift. Beware of fraud."
            })
    void aTextThatOpensWithAWarningOrIsNoAdvertBeforeItIsAboutScams(String text) {
        assertEquals(Verdict.ABOUT_SCAMS, verdict(text));
    }

    private static Verdict verdict(String description) {
        return JUDGE.judge(new JobPosting("1", "test", Map.of(PostingField.DESCRIPTION, description), null, null))
                .verdict();
    }

    private static LinearHead head(double always, double ofWarning) {
        double[] coefficients = new double[SignalFeatures.NAMES.size() + 2];
        coefficients[SignalFeatures.indexOf(Signal.WARNING_CONTEXT.code()) + 1] = ofWarning;
        coefficients[coefficients.length - 1] = always;
        return new LinearHead(new float[TextFeatures.BUCKETS], 0, coefficients);
    }
}
