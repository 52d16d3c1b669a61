/**
 * A trained model as a folder: the only place that reads and writes one.
 *
 * <p>A bundle holds the weights, the lexicon, the names of places and the thresholds of one version, and a manifest with the
 * digest of each file. {@code BundleLoader} checks all of it and gives a {@code Detector}, or fails with every problem in one
 * message. {@code BundleWriter} writes the same files from what training made.
 */
package org.lurewatch.detection.bundle;
