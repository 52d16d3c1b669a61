/**
 * A bundle's lines, drawn anew for one site from the scores of its own adverts.
 *
 * <p>{@code SiteLines} draws them; {@code Calibration} reads the adverts and writes the bundle.
 */
package org.lurewatch.trainer.calibrate;
