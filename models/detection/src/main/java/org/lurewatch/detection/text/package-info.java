/**
 * The one way from raw text to comparable text and tokens, in training and in serving alike.
 *
 * <p>In goes the raw text of a field; out come a {@code ComparableText}, in which look-alike letters, spacing, cover names and
 * other disguises are undone, and its {@code Token}s. {@code TextChain} names the steps and their order.
 *
 * <p>The one idea to know: every step keeps a map of offsets back to the raw text ({@code MappedText}), so that whatever is
 * found in the comparable text can be quoted as the author wrote it. The tricks that were undone are counted, as evidence of
 * low weight.
 */
package org.lurewatch.detection.text;
