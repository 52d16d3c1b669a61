/** The operators that remember: links, the ledger of campaigns, postings, and campaigns as they are published. */
package org.lurewatch.job.operators.campaign;
