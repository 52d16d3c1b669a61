package org.lurewatch.intake.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.intake.json.RecordPath;

/**
 * Finds the list of postings in a document: of the lists of objects the one with most text of its own, unless a list
 * around it is as good.
 */
final class ListChoice {
    /** What was seen of the objects at one path. */
    private static final class Seen {
        private long objects;
        private long text;
        private long postings;
        private final Set<String> names = new HashSet<>();

        boolean isAlike(Seen other) {
            long common = names.stream().filter(other.names::contains).count();
            return common * 10 >= 6 * Math.max(names.size(), other.names.size());
        }
    }

    private static final int MAX_PATHS = 1_000;

    private final Map<RecordPath, Seen> lists = new LinkedHashMap<>();

    /**
     * Counts an object.
     *
     * @param text how many characters of text it has, not counting the lists in it
     * @param posting whether it says that it is a JobPosting
     */
    void add(RecordPath path, Iterable<String> names, long text, boolean posting) {
        if (!lists.containsKey(path) && lists.size() == MAX_PATHS) {
            return;
        }
        Seen seen = lists.computeIfAbsent(path, unused -> new Seen());
        seen.objects++;
        seen.text += text;
        seen.postings += posting ? 1 : 0;
        names.forEach(seen.names::add);
    }

    /** All paths at which objects were seen, the outermost first. */
    List<RecordPath> paths() {
        return lists.keySet().stream()
                .sorted(Comparator.comparingInt(RecordPath::length))
                .toList();
    }

    boolean holdsPostings(RecordPath path) {
        return lists.containsKey(path) && lists.get(path).postings > 0;
    }

    /** The paths of the postings; several if lists of the same kind stand side by side. Empty if there is no object. */
    List<RecordPath> best() {
        List<RecordPath> typed = paths().stream().filter(this::holdsPostings).toList();
        List<RecordPath> outermost = typed.stream()
                .filter(path -> typed.stream().noneMatch(path::isBelow))
                .toList();
        if (!outermost.isEmpty()) {
            return outermost;
        }
        Optional<RecordPath> best = Optional.empty();
        for (RecordPath path : paths()) {
            if (best.isEmpty() || isBetter(path, best.get())) {
                best = Optional.of(path);
            }
        }
        return best.map(this::withItsLike).orElse(List.of());
    }

    private boolean isBetter(RecordPath path, RecordPath than) {
        Seen a = lists.get(path);
        Seen b = lists.get(than);
        return path.isBelow(than)
                ? a.text > 4 * b.text || (a.objects >= 5 * b.objects && a.text > 2 * b.text)
                : a.text > b.text;
    }

    private List<RecordPath> withItsLike(RecordPath best) {
        List<RecordPath> alike = new ArrayList<>();
        for (RecordPath path : paths()) {
            if (path.equals(best)
                    || (path.length() == best.length()
                            && !best.equals(RecordPath.ROOT)
                            && lists.get(path).names.size() > 1
                            && lists.get(path).isAlike(lists.get(best)))) {
                alike.add(path);
            }
        }
        return alike;
    }
}
