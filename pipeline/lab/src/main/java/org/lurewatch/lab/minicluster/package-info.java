/**
 * The job on a Flink mini-cluster in this JVM, what it has counted, and a bare copy of the stream as its peer.
 */
package org.lurewatch.lab.minicluster;
