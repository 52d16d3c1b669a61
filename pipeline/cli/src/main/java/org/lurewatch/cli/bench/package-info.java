/**
 * {@code bench}: measurements, faults and hostile inputs.
 */
package org.lurewatch.cli.bench;
