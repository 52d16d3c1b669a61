/**
 * How the operators are connected. Sources, sinks, decoder and detector come in as arguments, so that tests
 * run the same graph.
 */
package org.lurewatch.job.graph;
