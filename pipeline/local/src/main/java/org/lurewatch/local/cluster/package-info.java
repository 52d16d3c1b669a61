/**
 * {@code cluster}: ZooKeeper, a broker and Flink as processes of their own on this machine, and the job on them.
 */
package org.lurewatch.local.cluster;
