/**
 * A bounded job of its own that goes over a span of history with a given bundle.
 */
package org.lurewatch.job.sweep;
