/** {@code warnings}, {@code campaigns} and {@code trends}: list or follow what the job has sent. */
package org.lurewatch.cli.output;
