/**
 * Everything on one machine: the command line, a real Kafka broker and a Flink mini-cluster in this JVM, and the demo
 * that replays written examples through the real job.
 */
package org.lurewatch.local;
