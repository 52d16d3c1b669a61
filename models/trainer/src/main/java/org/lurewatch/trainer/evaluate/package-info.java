/** {@code evaluate}: trains anew in folds or takes a bundle, and measures. */
package org.lurewatch.trainer.evaluate;
