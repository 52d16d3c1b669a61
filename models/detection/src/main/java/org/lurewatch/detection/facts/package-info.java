/**
 * What a posting states: pay, contacts, fees, limits of age and sex, travel and papers, each with its place and without
 * what the text denies.
 *
 * <p>In go the comparable texts of the fields and the country by which money and telephone numbers are understood; out come
 * the {@code PostingFacts}. Each field is read by itself ({@code FieldFacts}), so that a field that did not change need not
 * be read again, and {@code FactsReader} puts them together.
 *
 * <p>The packages within: {@code words} finds the numbers and known words of a text once; {@code pay}, {@code contact} and
 * {@code terms} look only at these.
 */
package org.lurewatch.detection.facts;
