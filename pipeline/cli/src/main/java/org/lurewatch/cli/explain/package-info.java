/** {@code explain}: one warning in plain words, and the decision over again. */
package org.lurewatch.cli.explain;
