/**
 * Ways to disguise a scam, most of them at three strengths.
 *
 * <p>An attack takes a posting and answers a changed one, or none where it is not possible. Most change the wording alone
 * ({@code TextAttack}); two borrow text from honest adverts ({@code Donors}). Whatever a reader has to copy, such as handles, links and figures, stays as it
 * is, because a scammer could not change it either. The tables of
 * look-alikes, aliases and emoji lie beside the classes, so that a person can extend them.
 */
package org.lurewatch.trainer.bench.attack;
