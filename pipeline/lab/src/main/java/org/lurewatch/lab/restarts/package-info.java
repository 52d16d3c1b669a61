/** {@code bench restarts}: kills a run of the job, starts it again, and holds what came out against what the library says. */
package org.lurewatch.lab.restarts;
