package org.lurewatch.detection.features;

import java.util.List;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.facts.FieldFacts;
import org.lurewatch.detection.phrases.Stances;
import org.lurewatch.detection.text.ComparableText;

/**
 * A field, read by itself, before the posting as a whole is looked at.
 *
 * @param text its comparable text
 * @param wording its words and phrases, or null where only facts are read of it
 * @param concepts forms of concepts in it, whatever their language; none where only facts are read of it
 * @param stances how it means what is found in it, or null where only facts are read of it
 * @param facts what it states
 */
record FieldParts(
        ComparableText text, FieldReading wording, List<ConceptMatch> concepts, Stances stances, FieldFacts facts) {}
