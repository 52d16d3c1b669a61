/**
 * Which operator comes after which. The ends, the decoder and the detector come in as arguments, so that tests
 * run the same graph.
 */
package org.lurewatch.job.graph;
