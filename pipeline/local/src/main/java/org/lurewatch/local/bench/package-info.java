/** {@code bench throughput} and {@code bench state}: the job against its peers, and what it remembers. */
package org.lurewatch.local.bench;
