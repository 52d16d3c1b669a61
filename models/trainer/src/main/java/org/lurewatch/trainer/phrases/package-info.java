/** {@code evaluate --phrases}: what each phrase of the lexicon is worth. */
package org.lurewatch.trainer.phrases;
