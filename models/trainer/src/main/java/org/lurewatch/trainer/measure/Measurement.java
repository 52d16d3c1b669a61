package org.lurewatch.trainer.measure;

import java.util.List;

/**
 * Everything that one run measured, to be shown as text, JSON or a page.
 *
 * @param terms what the figures are stated for
 * @param unseen how it went on sites, sources and in languages that nothing was learnt from, which counts most
 * @param views the ways of judging, the main one first
 * @param notes what a reader must know about them
 */
public record Measurement(Assumptions terms, List<Unseen> unseen, List<View> views, List<String> notes) {
    public Measurement {
        unseen = List.copyOf(unseen);
        views = List.copyOf(views);
        notes = List.copyOf(notes);
    }
}
