/** From labelled postings to a bundle: features, heads, calibration of the lines, folds by group, the model card. */
package org.lurewatch.trainer.train;
