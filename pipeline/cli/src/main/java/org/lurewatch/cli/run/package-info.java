/**
 * {@code run}: the job in this JVM; {@code watch}: what goes wrong with a job on a cluster.
 */
package org.lurewatch.cli.run;
