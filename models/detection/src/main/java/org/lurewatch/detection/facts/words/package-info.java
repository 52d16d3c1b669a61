/**
 * Where in a text facts may begin: the numbers, the known words, the at signs and the links.
 *
 * <p>In goes a comparable text; out come its {@code Marks}, in reading order. The known words and what each is good for
 * ({@code Role}) stand in {@code words.tsv}, so that a currency, a unit or a messenger is added by a line of data.
 *
 * <p>The one idea to know: a text is scanned once, whatever the size of the table, and all readers of facts share the marks.
 * The meanings that a word can have ({@code ContactKind}, {@code PayPeriod}, {@code Sex}) are here for the same reason.
 */
package org.lurewatch.detection.facts.words;
