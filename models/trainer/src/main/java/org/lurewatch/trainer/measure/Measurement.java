package org.lurewatch.trainer.measure;

import java.util.List;

/**
 * Everything that one run measured, to be shown as text, JSON or a page.
 *
 * @param terms what the figures are stated for
 * @param views the ways of judging, the main one first
 * @param notes what a reader must know about them
 */
public record Measurement(Assumptions terms, List<View> views, List<String> notes) {
    public Measurement {
        views = List.copyOf(views);
        notes = List.copyOf(notes);
    }
}
