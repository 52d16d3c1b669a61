/**
 * {@code run}: the job in this JVM.
 */
package org.lurewatch.cli.run;
