package org.lurewatch.detection.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lurewatch.detection.text.TextChain;

/** The entries that stand, looked up by what postings give. Never changes, so that threads can share it. */
public final class PostingLists {
    /** No entry. */
    public static final PostingLists NONE = new Builder().build();

    /** A bound on the entries, since every task of the job holds them all. */
    public static final int MOST_ENTRIES = 10_000;

    private static final int FEWEST_LETTERS = 5;
    private static final int FEWEST_WORDS = 2;

    private final Map<String, ListEntry> entries;
    private final Map<Integer, List<BlockedName>> blockedByLength;
    private final Map<String, List<BlockedName>> blockedByWord;
    private final Map<String, List<BlockedName>> blockedByLooks;
    private final Set<ListedKind> kinds;

    private PostingLists(Map<String, ListEntry> entries, Collection<BlockedName> blocked) {
        this.entries = Map.copyOf(entries);
        this.blockedByLength = new HashMap<>();
        this.blockedByWord = new HashMap<>();
        this.blockedByLooks = new HashMap<>();
        for (BlockedName name : blocked) {
            file(blockedByLength, name.key().length(), name);
            file(blockedByLooks, name.looks(), name);
            name.words().forEach(word -> file(blockedByWord, word, name));
        }
        this.kinds = entries.values().stream().map(ListEntry::kind).collect(Collectors.toSet());
    }

    private static <K> void file(Map<K, List<BlockedName>> names, K key, BlockedName name) {
        names.computeIfAbsent(key, any -> new ArrayList<>(1)).add(name);
    }

    /**
     * The name of a blocked employer.
     *
     * @param looks the same for names that look alike
     */
    private record BlockedName(ListEntry entry, String looks, Set<String> words) {
        static BlockedName of(ListEntry entry) {
            return new BlockedName(entry, looksOf(entry.key()), wordsOf(entry.key()));
        }

        String key() {
            return entry.key();
        }
    }

    /** Entries that come and go. For one thread. */
    public static final class Builder {
        /** In the order of their ids, so that whatever is shown does not depend on the order of commands. */
        private final Map<String, ListEntry> entries = new TreeMap<>();

        private final Map<String, BlockedName> blocked = new TreeMap<>();

        /** Carries out a command. */
        public Builder change(ListChange change) {
            entries.remove(change.id());
            blocked.remove(change.id());
            change.entry().ifPresent(entry -> {
                entries.put(entry.id(), entry);
                if (entry.kind() == ListedKind.EMPLOYER && entry.list() == ListName.BLOCK) {
                    blocked.put(entry.id(), BlockedName.of(entry));
                }
            });
            return this;
        }

        /** The entry with this id. */
        public Optional<ListEntry> find(String id) {
            return Optional.ofNullable(entries.get(id));
        }

        /** How many entries there are. */
        public int size() {
            return entries.size();
        }

        /** The lists as they are now. */
        public PostingLists build() {
            return new PostingLists(entries, blocked.values());
        }
    }

    /** Lists with these entries; of two with the same id the later one stands. */
    public static PostingLists of(Collection<ListEntry> entries) {
        Builder lists = new Builder();
        entries.forEach(entry -> lists.change(ListChange.put(entry)));
        return lists.build();
    }

    /** All entries, also those that have ended, in the order of their ids. */
    public List<ListEntry> entries() {
        return List.copyOf(new TreeMap<>(entries).values());
    }

    /** Whether there is no entry. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether there is an entry of a kind. */
    boolean has(ListedKind kind) {
        return kinds.contains(kind);
    }

    /** The entry with this key that holds at a time. */
    Optional<ListEntry> find(ListedKind kind, String key, Instant now) {
        return Optional.ofNullable(entries.get(ListEntry.id(kind, key))).filter(entry -> entry.holdsAt(now));
    }

    /** The entry of a host or, if it has none, of the nearest domain above it. */
    Optional<ListEntry> findDomain(String host, Instant now) {
        String domain = host;
        while (domain.indexOf('.') >= 0) {
            Optional<ListEntry> entry = find(ListedKind.DOMAIN, domain, now);
            if (entry.isPresent()) {
                return entry;
            }
            domain = domain.substring(domain.indexOf('.') + 1);
        }
        return Optional.empty();
    }

    /** A blocked employer whose name is another one but resembles this one, if there is one. */
    Optional<ListEntry> resembling(String employer, Instant now) {
        List<BlockedName> near = new ArrayList<>(blockedByLooks.getOrDefault(looksOf(employer), List.of()));
        if (employer.length() >= FEWEST_LETTERS) {
            for (int length = employer.length() - 1; length <= employer.length() + 1; length++) {
                for (BlockedName name : blockedByLength.getOrDefault(length, List.of())) {
                    if (isOneEditApart(employer, name.key())) {
                        near.add(name);
                    }
                }
            }
        }
        Set<String> words = wordsOf(employer);
        for (String word : words) {
            for (BlockedName name : blockedByWord.getOrDefault(word, List.of())) {
                int fewer = Math.min(words.size(), name.words().size());
                if (fewer >= FEWEST_WORDS
                        && (words.containsAll(name.words()) || name.words().containsAll(words))) {
                    near.add(name);
                }
            }
        }
        return near.stream()
                .map(BlockedName::entry)
                .filter(entry -> !entry.key().equals(employer) && entry.holdsAt(now))
                .min(Comparator.comparing(ListEntry::key));
    }

    private static String looksOf(String name) {
        return TextChain.withoutAliases(name).text();
    }

    private static Set<String> wordsOf(String name) {
        return Set.copyOf(Arrays.asList(name.split("[^\\p{L}\\p{M}\\p{N}]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static boolean isOneEditApart(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer == one ? other : one;
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        int skipped = longer.length() == shorter.length() ? 1 : 0;
        return same + skipped <= shorter.length()
                && shorter.regionMatches(same + skipped, longer, same + 1, shorter.length() - same - skipped);
    }
}
