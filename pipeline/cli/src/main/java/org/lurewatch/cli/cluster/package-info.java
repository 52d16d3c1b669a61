/**
 * {@code cluster}: a cluster of processes on this machine.
 */
package org.lurewatch.cli.cluster;
