package org.lurewatch.detection.lists;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.facts.words.FactWords;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.links.FootprintReader;
import org.lurewatch.detection.links.Handle;
import org.lurewatch.detection.links.HandleKind;
import org.lurewatch.detection.links.SharedHosts;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.detection.text.ExactText;
import org.lurewatch.detection.text.TextChain;

/**
 * The spelling by which an entry is compared: an employer's name by {@link ExactText}, a domain by its ASCII form, a handle as
 * footprints have it.
 */
public final class ListKeys {
    /** Below a country's domain these are registries: everybody's domain ends so. */
    private static final Set<String> REGISTRIES =
            Set.of("ac", "biz", "co", "com", "edu", "go", "gob", "gov", "info", "mil", "ne", "net", "or", "org", "web");

    private ListKeys() {}

    /**
     * The key of a value as a person writes it.
     *
     * @throws UnusablePostingException where the value names nothing of this kind, or what is everybody's
     */
    public static String of(ListedKind kind, String value) {
        return switch (kind) {
            case EMPLOYER -> employer(value);
            case DOMAIN -> domain(value);
            case HANDLE -> handle(value);
        };
    }

    /** The key of a handle that a posting gives. */
    static String of(Handle handle) {
        return handle.kind() + ":" + handle.value();
    }

    private static String employer(String value) {
        String name = ExactText.of(value);
        require(name.codePoints().anyMatch(Character::isLetterOrDigit), "an employer has a name");
        return name;
    }

    private static String domain(String value) {
        String host = HostNames.ascii(value.strip())
                .orElseThrow(() -> unusable("a domain is written like example.com, without scheme, path or mailbox"));
        require(!isRegistry(host), "everybody's domain ends like this one: list one below it");
        require(
                !SharedHosts.isAnybodys(host) && !FactWords.TABLE.isFreeMail(host),
                "anybody can have a page or a mailbox there: list that as a handle");
        return host;
    }

    private static boolean isRegistry(String host) {
        int dot = host.indexOf('.');
        return dot == host.lastIndexOf('.') && host.length() - dot == 3 && REGISTRIES.contains(host.substring(0, dot));
    }

    private static String handle(String value) {
        List<Contact> contacts = Contact.read(Marks.of(TextChain.comparable(value)), true, null);
        List<Handle> handles = contacts.stream()
                .map(FootprintReader::handle)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        require(
                handles.size() == 1,
                "a handle is one telephone with + and country, one mailbox, or one account with its messenger, such as"
                        + " t.me/name or LINE: name");
        Handle handle = handles.get(0);
        require(handle.value().length() < Handle.LONGEST, "the handle is too long");
        boolean firm = handle.kind() == HandleKind.HOST && !handle.value().contains("/");
        require(!firm, "that is a domain, and no handle");
        boolean local = handle.kind() == HandleKind.PHONE && !handle.value().startsWith("+");
        require(!local, "a telephone begins with + and the code of its country");
        return of(handle);
    }

    /** Whether a contact leads to a firm's own site or mailbox. */
    static boolean isFirms(Contact contact) {
        return contact.kind() == ContactKind.EMAIL
                || contact.kind() == ContactKind.URL && !SharedHosts.isAnybodys(host(contact));
    }

    /** The host of a site or mailbox. */
    static String host(Contact contact) {
        String handle = contact.handle();
        if (contact.kind() == ContactKind.EMAIL) {
            return handle.substring(handle.indexOf('@') + 1);
        }
        int slash = handle.indexOf('/');
        return slash < 0 ? handle : handle.substring(0, slash);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw unusable(message);
        }
    }

    private static UnusablePostingException unusable(String message) {
        return new UnusablePostingException(RejectReason.WRONG_TYPE, message);
    }
}
