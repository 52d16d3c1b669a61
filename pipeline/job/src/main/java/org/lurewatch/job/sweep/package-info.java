/**
 * A bounded job of its own that reads a span of history again with a given bundle.
 */
package org.lurewatch.job.sweep;
