/** {@code evaluate --campaigns}: which postings of files are of one hand. */
package org.lurewatch.trainer.campaigns;
