/**
 * A trained bundle, adapted by a few hundred labels of a platform's own, without the data that it was trained on.
 *
 * <p>{@code Adaptation} makes the bundle and judges it; {@code AdaptationText} tells a person.
 */
package org.lurewatch.trainer.adapt;
