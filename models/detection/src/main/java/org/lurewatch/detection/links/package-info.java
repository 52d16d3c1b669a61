/**
 * What a posting leaves behind by which others can be linked to it.
 *
 * <p>In goes a {@code Reading}; out comes a {@code Footprint}: normalised handles, a sketch of the text by which near-copies are
 * found, and a hash of the employer's name. Hosts on which anybody can post link nobody. Whether two footprints link two
 * postings is decided in {@code campaign}.
 */
package org.lurewatch.detection.links;
