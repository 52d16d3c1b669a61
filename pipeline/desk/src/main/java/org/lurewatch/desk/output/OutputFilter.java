package org.lurewatch.desk.output;

import java.util.Set;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.schemas.Verdict;

/**
 * Which records are wanted. A record must fit each of the four; an empty set is fitted by all.
 *
 * @param languages of which it is in one: {@code zh} is fitted by {@code zh-Hant} too, {@code und} by a language that is
 *     not clear
 * @param scamTypes of which it is of one
 * @param verdicts of which it has one
 * @param sources of which it comes from one
 */
public record OutputFilter(Set<String> languages, Set<ScamType> scamTypes, Set<Verdict> verdicts, Set<String> sources) {
    /** Every record is wanted. */
    public static final OutputFilter ALL = new OutputFilter(Set.of(), Set.of(), Set.of(), Set.of());

    public OutputFilter {
        languages = Set.copyOf(languages);
        scamTypes = Set.copyOf(scamTypes);
        verdicts = Set.copyOf(verdicts);
        sources = Set.copyOf(sources);
    }

    boolean accepts(Traits traits) {
        return (languages.isEmpty() || traits.languages().stream().anyMatch(this::isWantedLanguage))
                && (scamTypes.isEmpty()
                        || traits.scamType()
                                .flatMap(ScamType::ofCode)
                                .filter(scamTypes::contains)
                                .isPresent())
                && (verdicts.isEmpty()
                        || traits.verdict().filter(verdicts::contains).isPresent())
                && (sources.isEmpty() || traits.sources().stream().anyMatch(sources::contains));
    }

    private boolean isWantedLanguage(String tag) {
        return languages.stream().anyMatch(wanted -> tag.equals(wanted) || tag.startsWith(wanted + "-"));
    }
}
