/**
 * Everything on one machine, to try it and to measure it: a broker in this JVM, a mini-cluster, a cluster of
 * processes, examples, benches, faults and hostile inputs.
 */
package org.lurewatch.lab;
