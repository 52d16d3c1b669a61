/**
 * Fairness and attack benches: how far verdicts hold when a place is swapped, a field is lost or a text is disguised.
 * Every change is a pure function of posting, strength and seed.
 */
package org.lurewatch.trainer.bench;
