package org.lurewatch.trainer.measure;

import java.util.List;
import java.util.Optional;

/**
 * Everything that one run measured, to be shown as text, JSON or a page.
 *
 * @param terms what the figures are stated for
 * @param run when and by what was judged; none for a training, whose card is the same on any day
 * @param unseen how it went on sites, sources and in languages that nothing was learnt from, which counts most
 * @param views the ways of judging, the main one first
 * @param errors what was judged wrongly
 * @param notes what a reader must know about them
 */
public record Measurement(
        Assumptions terms,
        Optional<Run> run,
        List<Unseen> unseen,
        List<View> views,
        List<Errors> errors,
        List<String> notes) {
    public Measurement {
        unseen = List.copyOf(unseen);
        views = List.copyOf(views);
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }
}
