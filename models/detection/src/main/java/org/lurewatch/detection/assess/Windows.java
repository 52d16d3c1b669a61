package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.Token;

/**
 * The stretches of a long posting that could be a lure by themselves, so that honest text before, behind and in other
 * fields does not hide one. Only stretches with a chat or with a saying of lures are worth a look, and no more than a
 * few. They end where sentences do, so that no length of a name moves them. See RATIONALE.md, "A window may only ask".
 */
final class Windows {
    /** Sentences before and behind the one that is looked at. */
    private static final int REACH = 2;

    private static final int MOST = 3;

    private Windows() {}

    /** Postings that hold nothing but a stretch of this one, and where it says that it is. */
    static List<JobPosting> of(Reading reading) {
        List<JobPosting> windows = new ArrayList<>();
        int fields = 0;
        for (FieldReading field : reading.fields()) {
            fields += field.field().kind() == PostingField.Kind.PROSE ? 1 : 0;
        }
        for (int i = 0; i < reading.fields().size(); i++) {
            FieldReading field = reading.fields().get(i);
            if (field.field().kind() == PostingField.Kind.PROSE) {
                addWindows(reading.posting(), field, anchors(reading, i), fields > 1, windows);
            }
        }
        return windows;
    }

    private static void addWindows(
            JobPosting posting,
            FieldReading field,
            TreeSet<Integer> anchors,
            boolean hasOthers,
            List<JobPosting> windows) {
        List<Token> tokens = field.tokens();
        int covered = -1;
        for (int sentence : anchors) {
            if (sentence > covered && windows.size() < MOST) {
                int first = firstOf(tokens, sentence - REACH);
                int end = firstOf(tokens, sentence + REACH + 1);
                if (hasOthers || first > 0 || end < tokens.size()) {
                    int start = field.text().rawStart(tokens.get(first).start());
                    int stop = field.text().rawEnd(tokens.get(end - 1).end());
                    windows.add(alone(posting, field.text().raw().substring(start, Math.max(start, stop))));
                }
                covered = sentence + REACH;
            }
        }
    }

    /** Index of the first token that stands in this sentence or behind it. */
    private static int firstOf(List<Token> tokens, int sentence) {
        int first = 0;
        while (first < tokens.size() && tokens.get(first).sentence() < sentence) {
            first++;
        }
        return first;
    }

    private static JobPosting alone(JobPosting posting, String stretch) {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        posting.texts().forEach((field, text) -> {
            if (field.kind() == PostingField.Kind.PLACE || field.kind() == PostingField.Kind.TECHNICAL) {
                texts.put(field, text);
            }
        });
        texts.put(PostingField.DESCRIPTION, stretch);
        return posting.withTexts(texts);
    }

    /** The sentences of a field that a lure could stand around. */
    private static TreeSet<Integer> anchors(Reading reading, int index) {
        FieldReading field = reading.fields().get(index);
        List<Token> tokens = field.tokens();
        TreeSet<Integer> anchors = new TreeSet<>();
        for (ConceptMatch match : reading.concepts().get(index)) {
            Concept.Kind kind = Concepts.all().get(match.concept()).kind();
            boolean lures = kind == Concept.Kind.CARRIES_ALONE || kind == Concept.Kind.POINTS;
            if (lures && SignalFeatures.isSaid(match)) {
                anchors.add(tokens.get(match.firstToken()).sentence());
            }
        }
        for (Placed<Contact> placed : reading.facts().contacts()) {
            if (placed.field() == field.field() && placed.fact().kind().isMessenger()) {
                tokens.stream()
                        .filter(token -> token.end() > placed.fact().start())
                        .findFirst()
                        .ifPresent(token -> anchors.add(token.sentence()));
            }
        }
        return anchors;
    }
}
