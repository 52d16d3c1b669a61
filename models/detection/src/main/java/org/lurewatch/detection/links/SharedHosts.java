package org.lurewatch.detection.links;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.detection.text.JarTable;

/**
 * Web sites on which anybody can post. That two postings name one of them links nobody to anybody. On some of them the
 * path identifies a page, form or short link, and then that page is the handle.
 */
public final class SharedHosts {
    private static final SharedHosts KNOWN = load();

    private final Set<String> anybodys;
    private final Set<String> ofAccounts;

    private SharedHosts(Set<String> anybodys, Set<String> ofAccounts) {
        this.anybodys = Set.copyOf(anybodys);
        this.ofAccounts = Set.copyOf(ofAccounts);
    }

    /**
     * The part of a web address that recurs in postings of the same people.
     *
     * @param address host and path, lower case
     */
    static Optional<String> handle(String address) {
        int slash = address.indexOf('/');
        String host = slash < 0 ? address : address.substring(0, slash);
        if (KNOWN.holds(KNOWN.ofAccounts, host)) {
            boolean ofSomebody = slash > 0 && address.length() - slash > 3;
            return ofSomebody ? Optional.of(address) : Optional.empty();
        }
        return KNOWN.holds(KNOWN.anybodys, host) ? Optional.empty() : Optional.of(host);
    }

    /** Whether a host is one on which anybody can have a page or post. */
    public static boolean isAnybodys(String host) {
        return KNOWN.holds(KNOWN.ofAccounts, host) || KNOWN.holds(KNOWN.anybodys, host);
    }

    /** Whether the host or a domain it belongs to is one of these. */
    private boolean holds(Set<String> domains, String host) {
        String domain = host;
        while (!domains.contains(domain)) {
            int dot = domain.indexOf('.');
            if (dot < 0) {
                return false;
            }
            domain = domain.substring(dot + 1);
        }
        return true;
    }

    private static SharedHosts load() {
        Set<String> anybodys = new HashSet<>();
        Set<String> ofAccounts = new HashSet<>();
        JarTable.rows(SharedHosts.class, "shared_hosts.tsv")
                .forEach(columns -> (columns[1].equals("account") ? ofAccounts : anybodys).add(columns[0]));
        return new SharedHosts(anybodys, ofAccounts);
    }
}
