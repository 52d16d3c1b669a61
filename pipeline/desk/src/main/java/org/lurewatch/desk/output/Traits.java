package org.lurewatch.desk.output;

import java.util.List;
import java.util.Optional;
import org.lurewatch.schemas.Verdict;

/**
 * What a record can be chosen by.
 *
 * @param languages BCP 47 tags; {@code und} where the language is not clear
 * @param scamType code of the likeliest kind of scam
 * @param verdict for readers
 * @param sources platforms; the empty string where one is not known
 */
record Traits(List<String> languages, Optional<String> scamType, Optional<Verdict> verdict, List<String> sources) {
    static final String NOT_CLEAR = "und";

    Traits {
        languages = List.copyOf(languages);
        sources = List.copyOf(sources);
    }
}
