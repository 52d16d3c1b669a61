/** {@code evaluate --campaigns}: which postings of files belong to one campaign. */
package org.lurewatch.trainer.campaigns;
