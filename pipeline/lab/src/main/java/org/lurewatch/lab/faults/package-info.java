/** {@code bench faults}: hurts a cluster at work and holds what came out against what the library says. */
package org.lurewatch.lab.faults;
