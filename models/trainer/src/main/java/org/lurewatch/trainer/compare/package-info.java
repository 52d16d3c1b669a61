/** {@code compare}: whether one bundle may take another's place. */
package org.lurewatch.trainer.compare;
