/**
 * A Flink cluster of several processes with a broker and ZooKeeper on this machine, and its own REST client.
 */
package org.lurewatch.lab.cluster;
