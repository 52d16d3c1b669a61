/**
 * What the posting asks of applicants and what it arranges for them: fees, limits of age and sex, travel, visa and
 * papers.
 *
 * <p>In go the marks of a text; out come {@code Terms} and {@code Arrangement}s. A fee that is ruled out is a fact too, and an
 * arrangement that the text denies is none.
 */
package org.lurewatch.detection.facts.terms;
