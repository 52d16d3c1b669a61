/**
 * What would change if another bundle decided.
 *
 * <p>{@code PreviewRun} assesses each posting with both bundles, {@code PreviewTally} counts, and {@code Preview} is what
 * came out.
 */
package org.lurewatch.desk.preview;
