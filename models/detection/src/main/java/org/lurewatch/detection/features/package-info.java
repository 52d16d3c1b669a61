/**
 * A posting in numbers: what the classifier is trained on and decides by.
 *
 * <p>In goes a posting; out come a {@code Reading} (texts, tokens, matches and facts) and from it a {@code FeatureVector}: hashed
 * wording ({@code TextFeatures}), so that no posting's words are stored, and named signals ({@code SignalFeatures}), so that
 * a score can be explained. {@code FactSignal} is the table from a fact to its feature and indicator.
 *
 * <p>No place, country, nationality or language is a feature: their names are masked before anything is counted. If features
 * change for the same posting, {@code TextFeatures.VERSION} must change with them.
 */
package org.lurewatch.detection.features;
