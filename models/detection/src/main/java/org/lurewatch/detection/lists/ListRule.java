package org.lurewatch.detection.lists;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.links.FootprintReader;
import org.lurewatch.detection.links.Handle;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.ExactText;
import org.lurewatch.detection.text.TextChain;

/**
 * What lists make of an assessment. A block entry that a posting matches makes it a likely scam, unless the posting is a text
 * about scams that only quotes it. An allow entry clears it, unless a block entry matches too, a saying that warns by itself
 * stands, or the posting gives a contact that no allow entry covers. The score stays what the model says. Each entry that
 * matches is shown, and why it changed nothing. A name that only resembles that of a blocked employer is shown and changes
 * nothing.
 *
 * <p>See RATIONALE.md, "An allow entry covers what it names".
 */
public final class ListRule {
    /** Signals of evidence that lists give begin so. */
    public static final String SIGNALS = "list.";

    static final String ALLOWS = SIGNALS + "allow";
    static final String BLOCKS = SIGNALS + "block";
    static final String RESEMBLES = SIGNALS + "resembles";

    private static final String SOURCE = "your lists";
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int MOST_SHOWN = 4;
    private static final String ABOUT = "a text about scams may quote it";

    private final PostingLists lists;
    private final Instant now;

    private ListRule(PostingLists lists, Instant now) {
        this.lists = lists;
        this.now = now;
    }

    /**
     * The assessment with what lists say; the same one where they say nothing.
     *
     * @param posting the one that was assessed
     * @param now decides which entries have begun and not ended
     */
    public static Assessment apply(Assessment assessment, JobPosting posting, PostingLists lists, Instant now) {
        return lists.isEmpty() ? assessment : new ListRule(lists, now).apply(assessment, posting);
    }

    /** An entry and where a posting matches it. */
    private record Match(ListEntry entry, PostingField field, int start, int end) {
        boolean isOn(ListName list) {
            return entry.list() == list;
        }
    }

    /**
     * A contact as it stands in a field.
     *
     * @param start first unit in the raw field
     * @param end one past the last
     */
    private record RawContact(Contact contact, PostingField field, int start, int end) {}

    /** What of a posting lists can match. */
    private record Given(
            Optional<Match> employer, List<RawContact> contacts, Map<PostingField, List<HostNames.Found>> hosts) {
        boolean isEmployerOn(ListName list) {
            return employer.filter(match -> match.isOn(list)).isPresent();
        }
    }

    private Assessment apply(Assessment own, JobPosting posting) {
        Given given = given(posting);
        List<Match> matches = new ArrayList<>(given.employer().stream().toList());
        matches.addAll(domains(given.hosts()));
        matches.addAll(handles(given.contacts(), posting));
        Optional<Match> resembled = given.employer().isPresent() ? Optional.empty() : resembled(posting);
        if (matches.isEmpty() && resembled.isEmpty()) {
            return own;
        }
        boolean blocked = matches.stream().anyMatch(match -> match.isOn(ListName.BLOCK));
        boolean allowed = matches.stream().anyMatch(match -> match.isOn(ListName.ALLOW));
        boolean quoted = own.verdict() == Verdict.ABOUT_SCAMS && !given.isEmployerOn(ListName.BLOCK);
        boolean accuses = blocked && !quoted;
        String kept = allowed ? whyKept(own, blocked, given) : "";
        boolean clears = allowed && kept.isEmpty() && own.verdict() != Verdict.ABOUT_SCAMS;
        boolean decisive = accuses && (!own.isWarning() || own.flip().isPresent());
        boolean matters = blocked || own.verdict().isSuspicious();
        List<Evidence> said = new ArrayList<>();
        for (Match match : shown(matches)) {
            said.add(
                    match.isOn(ListName.BLOCK)
                            ? evidence(posting, match, BLOCKS, quoted ? ABOUT : "", decisive)
                            : evidence(posting, match, ALLOWS, matters ? kept : "", false));
        }
        resembled.ifPresent(match -> said.add(resembling(posting, match)));
        if (accuses) {
            return with(own, said, Optional.of(Verdict.LIKELY_SCAM));
        }
        return with(own, said, clears ? Optional.of(Verdict.NO_SIGN_FOUND) : Optional.empty());
    }

    private Given given(JobPosting posting) {
        Optional<Match> employer = employer(posting);
        boolean reads = lists.has(ListedKind.DOMAIN)
                || lists.has(ListedKind.HANDLE)
                || employer.filter(match -> match.isOn(ListName.ALLOW)).isPresent();
        return reads
                ? new Given(employer, contacts(posting), hosts(posting))
                : new Given(employer, List.of(), Map.of());
    }

    /** Those that block come first. */
    private static List<Match> shown(List<Match> matches) {
        return matches.stream()
                .sorted(Comparator.comparing((Match match) -> match.isOn(ListName.ALLOW)))
                .limit(MOST_SHOWN)
                .toList();
    }

    /** @param decided the verdict that lists give, which then holds whatever a campaign adds */
    private static Assessment with(Assessment own, List<Evidence> said, Optional<Verdict> decided) {
        Verdict verdict = decided.orElse(own.verdict());
        boolean changed = verdict != own.verdict();
        List<Evidence> evidence = new ArrayList<>(said);
        for (Evidence each : own.evidence()) {
            evidence.add(changed ? each.asMild() : each);
        }
        Optional<Flip> raised =
                verdict == Verdict.LIKELY_SCAM ? Optional.of(new Flip(own.verdict(), 0)) : Optional.empty();
        boolean pointsAtScam = verdict.isSuspicious();
        return new Assessment(
                own.postingId(),
                own.source(),
                own.score(),
                verdict,
                pointsAtScam ? own.scamType() : Optional.empty(),
                pointsAtScam ? own.otherScamType() : Optional.empty(),
                evidence,
                changed ? raised : own.flip(),
                verdict == Verdict.UNSURE ? own.questions() : List.of(),
                own.bundle(),
                own.policy(),
                own.thresholds(),
                own.language(),
                own.footprint(),
                own.notes(),
                own.alone(),
                decided.map(verdictOfLists -> own.verdict()));
    }

    /** Why an allow entry does not decide; empty where it does. */
    private String whyKept(Assessment own, boolean blocked, Given given) {
        if (blocked) {
            return "the block list goes before it";
        }
        if (own.alone().isPresent()) {
            return "it does not outweigh " + own.alone().get() + ", which warns by itself";
        }
        return uncovered(given).map(contact -> "it does not cover " + contact).orElse("");
    }

    /** A contact that no allow entry vouches for. */
    private Optional<String> uncovered(Given given) {
        boolean coversFirms = given.isEmployerOn(ListName.ALLOW);
        return given.contacts().stream()
                .map(RawContact::contact)
                .filter(contact -> !isCovered(contact, coversFirms))
                .map(Contact::handle)
                .findFirst()
                .or(() -> coversFirms ? Optional.empty() : uncoveredHost(given.hosts()));
    }

    /**
     * Whether an allow entry vouches for a contact. One of an employer vouches for the sites and mailboxes of firms, and
     * for no telephone, messenger, free mailbox, or page where anybody can have one.
     */
    private boolean isCovered(Contact contact, boolean coversFirms) {
        Optional<Handle> handle = FootprintReader.handle(contact);
        if (handle.flatMap(this::find).filter(ListRule::allows).isPresent()) {
            return true;
        }
        if (contact.kind().leadsToAPerson()) {
            return !contact.hasHandle();
        }
        if (!ListKeys.isFirms(contact)) {
            return handle.isEmpty();
        }
        return coversFirms
                || lists.findDomain(ListKeys.host(contact), now)
                        .filter(ListRule::allows)
                        .isPresent();
    }

    /** A host in letters beyond ASCII, which is read as no contact, where a slash or an at sign marks it. */
    private Optional<String> uncoveredHost(Map<PostingField, List<HostNames.Found>> hosts) {
        return hosts.values().stream()
                .flatMap(List::stream)
                .filter(HostNames.Found::marked)
                .map(HostNames.Found::name)
                .filter(name -> name.contains("xn--"))
                .filter(name ->
                        lists.findDomain(name, now).filter(ListRule::allows).isEmpty())
                .findFirst();
    }

    private static boolean allows(ListEntry entry) {
        return entry.list() == ListName.ALLOW;
    }

    private Optional<Match> employer(JobPosting posting) {
        return posting.text(PostingField.ORGANIZATION_NAME)
                .flatMap(raw -> lists.find(ListedKind.EMPLOYER, ExactText.of(raw), now)
                        .map(entry -> new Match(entry, PostingField.ORGANIZATION_NAME, 0, raw.length())));
    }

    private Optional<Match> resembled(JobPosting posting) {
        if (!lists.has(ListedKind.EMPLOYER)) {
            return Optional.empty();
        }
        return posting.text(PostingField.ORGANIZATION_NAME).flatMap(raw -> lists.resembling(ExactText.of(raw), now)
                .map(entry -> new Match(entry, PostingField.ORGANIZATION_NAME, 0, raw.length())));
    }

    /** Each entry at its first place. */
    private List<Match> domains(Map<PostingField, List<HostNames.Found>> hosts) {
        Map<String, Match> matches = new LinkedHashMap<>();
        hosts.forEach((field, found) -> found.forEach(host -> lists.findDomain(host.name(), now)
                .ifPresent(
                        entry -> matches.putIfAbsent(entry.id(), new Match(entry, field, host.start(), host.end())))));
        return List.copyOf(matches.values());
    }

    private List<Match> handles(List<RawContact> contacts, JobPosting posting) {
        Map<String, Match> matches = new LinkedHashMap<>();
        for (RawContact raw : contacts) {
            FootprintReader.handle(raw.contact())
                    .flatMap(this::find)
                    .filter(entry -> !allows(entry) || isPlain(raw, posting))
                    .ifPresent(entry ->
                            matches.putIfAbsent(entry.id(), new Match(entry, raw.field(), raw.start(), raw.end())));
        }
        return List.copyOf(matches.values());
    }

    /**
     * Whether a handle is written in its own letters. A disguised one is the handle that is meant, which is enough to block
     * it, and not enough to vouch for it.
     */
    private static boolean isPlain(RawContact raw, JobPosting posting) {
        Handle handle = FootprintReader.handle(raw.contact()).orElseThrow();
        String quote = ExactText.of(posting.text(raw.field()).orElseThrow().substring(raw.start(), raw.end()));
        return switch (handle.kind()) {
            case PHONE -> true;
            case MAILBOX, FREE_MAILBOX -> quote.chars().allMatch(c -> c < FIRST_BEYOND_ASCII);
            default ->
                quote.replace(" ", "")
                        .contains(handle.value().substring(handle.value().lastIndexOf('/') + 1));
        };
    }

    private Optional<ListEntry> find(Handle handle) {
        return lists.find(ListedKind.HANDLE, ListKeys.of(handle), now);
    }

    private Map<PostingField, List<HostNames.Found>> hosts(JobPosting posting) {
        Map<PostingField, List<HostNames.Found>> hosts = new EnumMap<>(PostingField.class);
        posting.texts().forEach((field, raw) -> {
            if (givesContacts(field)) {
                hosts.put(field, HostNames.in(raw));
            }
        });
        return hosts;
    }

    private static List<RawContact> contacts(JobPosting posting) {
        String country = posting.text(PostingField.ADDRESS_COUNTRY).orElse("");
        String region = country.length() == 2 ? country : null;
        List<RawContact> contacts = new ArrayList<>();
        posting.texts().forEach((field, raw) -> {
            if (givesContacts(field)) {
                ComparableText text = TextChain.comparable(raw);
                for (Contact contact :
                        Contact.read(Marks.of(text), field.kind() == PostingField.Kind.CONTACT, region)) {
                    contacts.add(
                            new RawContact(contact, field, text.rawStart(contact.start()), text.rawEnd(contact.end())));
                }
            }
        });
        return contacts;
    }

    private static boolean givesContacts(PostingField field) {
        return field.kind() == PostingField.Kind.PROSE || field.kind() == PostingField.Kind.CONTACT;
    }

    private static Evidence evidence(JobPosting posting, Match match, String signal, String remark, boolean decisive) {
        ListEntry entry = match.entry();
        String reason = entry.reason().isBlank() ? "" : ": " + entry.reason();
        String author = entry.author().isBlank() ? "" : " (" + entry.author() + ")";
        String text = "on your " + entry.list().word() + " list since "
                + entry.since().atOffset(ZoneOffset.UTC).toLocalDate() + reason + author;
        return evidence(posting, match, signal, remark.isEmpty() ? text : text + "; " + remark, 0, decisive);
    }

    private static Evidence resembling(JobPosting posting, Match match) {
        String text = "resembles " + match.entry().value().strip()
                + ", which is on your block list; that says nothing of" + " this employer";
        return evidence(posting, match, RESEMBLES, text, 1, false);
    }

    private static Evidence evidence(
            JobPosting posting, Match match, String signal, String text, int edits, boolean decisive) {
        String raw = posting.text(match.field()).orElseThrow();
        return new Evidence(
                signal,
                "",
                SOURCE,
                match.field(),
                match.start(),
                match.end(),
                raw.substring(match.start(), match.end()),
                text,
                "",
                edits,
                0,
                decisive);
    }
}
