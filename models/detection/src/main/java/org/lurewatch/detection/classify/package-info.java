/**
 * The trained decisions: whether a posting is a scam, whether it is a text about scams, and of which type.
 *
 * <p>In goes a {@code FeatureVector}; out come log-odds. All heads are linear, so that what each word and each signal added is
 * exact and adds up to the whole. Smile fits the weights, but their product is taken here.
 */
package org.lurewatch.detection.classify;
