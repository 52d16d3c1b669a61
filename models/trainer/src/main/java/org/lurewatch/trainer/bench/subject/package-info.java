/**
 * What the benches change: labelled postings with the detector that assesses them, and their texts.
 *
 * <p>The one idea to know: every draw comes from {@code Seeds}, which depends on the seed, the posting and the purpose and
 * never on the order in which postings are treated, so that the same seed gives the same figures on any number of threads.
 */
package org.lurewatch.trainer.bench.subject;
