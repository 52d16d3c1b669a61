/**
 * Measures the job against its peers on the same postings.
 */
package org.lurewatch.lab.bench;
