package org.lurewatch.detection.facts.contact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.facts.words.FactWord;
import org.lurewatch.detection.facts.words.FactWords;
import org.lurewatch.detection.facts.words.Letters;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.Role;

/** Reads ways to get in touch: links, mailboxes, phone numbers, and handles in messengers in all their spellings. */
final class ContactReader {
    private static final int MOST_CONTACTS = 64;
    private static final int NEAR = 26;
    private static final int SHORTEST_HANDLE = 3;
    private static final int LONGEST_MASK = 90;
    private static final Map<ContactKind, String> SPACED_HOSTS =
            Map.of(ContactKind.TELEGRAM, "t.me", ContactKind.WHATSAPP, "wa.me", ContactKind.LINE, "line.me");
    private static final int SHORTEST_NUMBER = 7;
    private static final int LONGEST_NUMBER = 15;

    private final Marks marks;
    private final String text;
    private final boolean contactField;
    private final Phones phones;
    private final MessengerLinks links;
    private final List<Contact> contacts = new ArrayList<>();
    private int consumed;
    private int lastPhone = -1;

    private ContactReader(Marks marks, boolean contactField, String region) {
        this.marks = marks;
        this.text = marks.text();
        this.contactField = contactField;
        this.phones = new Phones(region);
        this.links = new MessengerLinks(phones);
    }

    static List<Contact> read(Marks marks, boolean contactField, String region) {
        return new ContactReader(marks, contactField, region).contacts();
    }

    private List<Contact> contacts() {
        for (int mark = 0; mark < marks.size() && contacts.size() < MOST_CONTACTS; mark++) {
            if (marks.start(mark) >= consumed) {
                readAt(mark);
            } else if (marks.isNumber(mark) && marks.end(mark) > consumed) {
                readRestOfNumber(mark);
            }
        }
        return distinct();
    }

    /** Digits with a comma are one number to the reader of sums, and may be the end of one and the start of another. */
    private void readRestOfNumber(int mark) {
        int from = consumed;
        while (from < marks.end(mark) && Letters.digit(text.charAt(from)) < 0) {
            from++;
        }
        if (from < marks.end(mark)) {
            readPhone(PhoneRun.at(text, from), mark);
        }
    }

    private void readAt(int mark) {
        switch (marks.kind(mark)) {
            case Marks.LINK -> readLink(marks.start(mark));
            case Marks.AT -> readAtSign(mark);
            case Marks.NUMBER -> readPhone(PhoneRun.at(text, marks.start(mark)), mark);
            default -> readWord(mark);
        }
    }

    private void readWord(int mark) {
        FactWord word = marks.word(mark);
        if (word.is(Role.MESSENGER) || word.is(Role.WEAK_MESSENGER)) {
            if (!isPartOfAnAddress(marks.start(mark)) && !text.startsWith("://", marks.end(mark))) {
                readMessenger(mark);
            }
        } else if (word.is(Role.TLD)) {
            addLink(WebAddress.aroundDot(text, marks.start(mark)));
        } else if (word.is(Role.SPACED_HOST)) {
            readSpacedHost(mark);
        } else if (word.is(Role.MASKED)) {
            int close = text.indexOf('#', marks.end(mark));
            boolean bracketed = close < 0 || close - marks.end(mark) > LONGEST_MASK;
            add(word.kind(), "", marks.start(mark), bracketed ? marks.end(mark) : close + 1);
        } else if (word.is(Role.SAME_NUMBER)) {
            readSameNumber(mark);
        } else if (word.is(Role.NUMERAL)) {
            PhoneRun spelt = PhoneRun.spelt(marks, mark);
            if (spelt != null) {
                addPhone(spelt, mark);
            }
        }
    }

    /** "watch?v=", "anna_q@": what looks like a messenger's short name is a piece of a longer one. */
    private boolean isPartOfAnAddress(int start) {
        if (start < 2) {
            return false;
        }
        char before = text.charAt(start - 1);
        boolean joint = before == '_' || before == '?' || before == '&';
        return joint && Letters.of(text.charAt(start)) != Letters.SPACE && isAsciiNameUnit(text.charAt(start - 2));
    }

    private static boolean isAsciiNameUnit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
    }

    private void readSameNumber(int mark) {
        String handle = lastPhone >= 0 ? contacts.get(lastPhone).handle() : "";
        add(marks.word(mark).kind(), handle, marks.start(mark), marks.end(mark));
    }

    private void readLink(int colon) {
        WebAddress link = WebAddress.afterScheme(text, colon);
        ContactKind messenger = FactWords.TABLE.scheme(WebAddress.scheme(text, colon));
        if (messenger == null) {
            addLink(link);
        } else if (link.start() >= consumed) {
            add(messenger, links.handleOfScheme(messenger, link), link.start(), link.end());
        }
    }

    private void addLink(WebAddress link) {
        if (!WebAddress.isDomain(link.host()) || link.start() < consumed) {
            return;
        }
        String host = FactWords.TABLE.messengerHost(link.host());
        if (link.start() > 0 && text.charAt(link.start() - 1) == '_') {
            // A name of somebody's, cut: no host has an underscore.
            return;
        }
        ContactKind kind = host == null ? ContactKind.URL : FactWords.TABLE.messenger(host);
        String handle = kind == ContactKind.URL ? link.host() + link.plainPath() : links.handle(kind, host, link);
        add(kind, handle, link.start(), link.end());
    }

    /** "t . me / abc": the host's pieces stand apart. */
    private void readSpacedHost(int mark) {
        int i = marks.end(mark);
        while (i < text.length() && i - marks.end(mark) < 4 && " /\\".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        ContactKind kind = marks.word(mark).kind();
        WebAddress path = WebAddress.fromHost("/" + text.substring(i, Math.min(text.length(), i + 60)), 0, 0);
        boolean shortened = marks.word(mark).text().endsWith("ee");
        String host = shortened ? "lin.ee" : SPACED_HOSTS.get(kind);
        WebAddress link = new WebAddress(host, path.path(), path.start(), path.end());
        String handle = links.handle(kind, host, link);
        if (handle.length() >= SHORTEST_HANDLE) {
            add(kind, handle, marks.start(mark), i + link.end() - 1);
        }
    }

    private void readAtSign(int mark) {
        int at = marks.start(mark);
        int start = WebAddress.localPartStart(text, at);
        int hostEnd = WebAddress.hostEnd(text, at + 1);
        String host = text.substring(at + 1, hostEnd);
        if (start < at && WebAddress.isDomain(host)) {
            boolean free = FactWords.TABLE.isFreeMail(host);
            String handle = Handles.mailbox(text.substring(start, at), host);
            add(free ? ContactKind.FREE_EMAIL : ContactKind.EMAIL, handle, start, hostEnd);
            return;
        }
        boolean glued = at > 0 && Letters.of(text.charAt(at - 1)) == Letters.SPACED;
        int messenger = messengerAround(mark);
        boolean namedHere = messenger >= 0 && marks.end(messenger) == at;
        if (!WebAddress.isDomain(host) && (!glued || namedHere)) {
            addNameBehindSign(at, messenger);
        }
    }

    /** "@name" alone is a name in Telegram where Telegram would allow it. */
    private void addNameBehindSign(int at, int messenger) {
        boolean gap = at + 1 < text.length() && text.charAt(at + 1) == ' ';
        HandleScan scan = HandleScan.directlyAt(text, gap ? at + 2 : at + 1);
        String name = Handles.name(withoutEmphasis(scan.token(), at));
        if (name.length() < SHORTEST_HANDLE || !hasLetter(name) || (gap && !scan.isUnlikeAWord())) {
            return;
        }
        if (FactWords.TABLE.isNobodysName(name)) {
            return;
        }
        if (messenger >= 0) {
            add(marks.word(messenger).kind(), name, at, scan.end());
        } else {
            add(Handles.mayBeTelegram(name) ? ContactKind.TELEGRAM : ContactKind.OTHER_MESSENGER, name, at, scan.end());
        }
    }

    /** Markdown's underscores round a name, {@code _@anna_}, are no part of it. */
    private String withoutEmphasis(String name, int at) {
        int end = name.length();
        for (int i = at - 1; i >= 0 && text.charAt(i) == '_' && end > 0 && name.charAt(end - 1) == '_'; i--) {
            end--;
        }
        return name.substring(0, end);
    }

    /** A messenger named before an at sign, or just behind its name: "@name on Twitter". */
    private int messengerAround(int mark) {
        int at = marks.start(mark);
        for (int i = mark - 1; i >= 0 && i >= mark - 5 && at - marks.end(i) <= NEAR; i--) {
            boolean word = marks.is(i, Role.WEAK_MESSENGER) && marks.end(i) - marks.start(i) >= 2;
            if (marks.is(i, Role.MESSENGER) || word) {
                return i;
            }
        }
        int end = HandleScan.directlyAt(text, at + 1).end();
        for (int i = mark + 1; i < marks.size() && i <= mark + 4 && marks.start(i) - end <= 5; i++) {
            if (marks.start(i) >= end && (marks.is(i, Role.MESSENGER) || marks.is(i, Role.WEAK_MESSENGER))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasLetter(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 'a' && name.charAt(i) <= 'z') {
                return true;
            }
        }
        return false;
    }

    private int messengerBefore(int mark) {
        for (int i = mark - 1; i >= 0 && i >= mark - 5 && marks.start(mark) - marks.end(i) <= NEAR; i--) {
            if (marks.is(i, Role.MESSENGER) || marks.is(i, Role.WEAK_MESSENGER) && isStrong(i)) {
                return i;
            }
        }
        return -1;
    }

    private void readMessenger(int mark) {
        int start = marks.start(mark);
        int dot = text.charAt(marks.end(mark) - 1) == '.' ? marks.end(mark) - 1 : marks.end(mark);
        if (dot < text.length() && text.charAt(dot) == '.') {
            WebAddress link = WebAddress.aroundDot(text, dot);
            if (FactWords.TABLE.messengerHost(link.host()) != null) {
                addLink(link);
                return;
            }
        }
        List<ContactKind> kinds = new ArrayList<>(2);
        int last = mark;
        HandleScan scan = HandleScan.behind(marks, mark);
        kinds.add(marks.word(mark).kind());
        while (scan.nextMessenger() >= 0 && kinds.size() < 4) {
            last = scan.nextMessenger();
            kinds.add(marks.word(last).kind());
            scan = HandleScan.behind(marks, last);
        }
        boolean strong = marks.is(mark, Role.MESSENGER) || isStrong(mark);
        PhoneRun spelt = speltBehind(last, scan);
        String handle = spelt == null
                ? handle(scan, marks.word(last), strong, mark)
                : phones.handle(spelt, homeOf(marks.word(last).kind()));
        if (handle == null && !strong) {
            return;
        }
        boolean found = handle != null;
        int end = found
                ? Math.max(scan.end(), scan.phone() == null ? 0 : scan.phone().end())
                : marks.end(last);
        for (ContactKind kind : kinds) {
            add(kind, found ? handle : "", start, end);
        }
    }

    /** The number spelt out in words that a scan stopped at, or null. */
    private PhoneRun speltBehind(int messenger, HandleScan scan) {
        int start = scan.end() - scan.token().length();
        for (int i = messenger + 1; i < marks.size() && marks.start(i) <= start; i++) {
            if (marks.start(i) == start && marks.is(i, Role.NUMERAL)) {
                return PhoneRun.spelt(marks, i);
            }
        }
        return null;
    }

    /** An everyday word is a messenger behind "add", or where a Latin one stands inside unspaced script. */
    private boolean isStrong(int mark) {
        int start = marks.start(mark);
        int end = marks.end(mark);
        if (mark > 0 && marks.is(mark - 1, Role.ADD) && marks.gap(mark - 1, mark) <= 1) {
            return true;
        }
        boolean latin = text.charAt(start) < 0x80
                && end - start >= 2
                && marks.word(mark).kind() != ContactKind.OTHER_MESSENGER;
        return latin
                && (start > 0 && Letters.of(text.charAt(start - 1)) == Letters.UNSPACED
                        || end < text.length() && Letters.of(text.charAt(end)) == Letters.UNSPACED);
    }

    /** The handle that a scan found; empty where it is masked, or null where there is no handle. */
    private String handle(HandleScan scan, FactWord messenger, boolean strong, int mark) {
        PhoneRun phone = scan.phone();
        if (phone != null) {
            boolean named = strong || scan.marked() || scan.at();
            if (phone.masked() && phone.digits().length() >= 2) {
                return "";
            }
            if (messenger.kind() == ContactKind.QQ && phone.digits().length() >= 5) {
                return named || isWholeNumber(phone, mark) ? phone.digits() : null;
            }
            if (phone.digits().length() >= 7 && named && !isSomethingElse(phone, mark, scan.marked() || scan.at())) {
                return phones.handle(phone, homeOf(messenger.kind()));
            }
            return scan.marked() && scan.isUnlikeAWord() ? Handles.name(scan.token()) : null;
        }
        String name = Handles.name(scan.token());
        if (name.length() < SHORTEST_HANDLE || !hasLetter(name)) {
            return null;
        }
        if (Handles.isMasked(name)) {
            return "";
        }
        if (messenger.kind() == ContactKind.TELEGRAM && !Handles.mayBeTelegram(name)) {
            return null;
        }
        boolean announced = scan.at() || (scan.marked() && (strong || !letterBefore(mark)));
        boolean wordFollows = scan.end() + 1 < text.length()
                && text.charAt(scan.end()) == ' '
                && Letters.of(text.charAt(scan.end() + 1)) == Letters.SPACED;
        boolean likeAWord = !scan.isUnlikeAWord();
        boolean accepted = likeAWord ? announced && (scan.at() || !wordFollows) : strong || announced || scan.marked();
        return accepted && !isAddress(scan, name) && !FactWords.TABLE.isNobodysName(name) ? name : null;
    }

    /** "q 12345678", but not "Q2 2022". */
    private boolean isWholeNumber(PhoneRun run, int mark) {
        return run.parts() == 1 && run.start() > marks.end(mark);
    }

    private boolean isAddress(HandleScan scan, String name) {
        char after = scan.end() < text.length() ? text.charAt(scan.end()) : 0;
        boolean path = after == '/' || after == ':';
        return path
                || FactWords.TABLE.messengerHost(name) != null
                || name.endsWith(".com")
                || name.endsWith(".org")
                || name.endsWith(".net");
    }

    private boolean letterBefore(int mark) {
        int i = marks.start(mark) - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i >= 0 && Letters.of(text.charAt(i)) == Letters.SPACED;
    }

    /** The country whose numbers a messenger's users give without a country code. */
    private static String homeOf(ContactKind kind) {
        return switch (kind) {
            case ZALO -> "VN";
            case KAKAO -> "KR";
            default -> null;
        };
    }

    private void readPhone(PhoneRun run, int mark) {
        if (run == null || run.start() < consumed) {
            return;
        }
        NumberContext context = contactField ? NumberContext.PHONE : NumberContext.before(marks, mark, run.start());
        boolean announced = context == NumberContext.PHONE;
        if (isSomethingElse(run, mark, announced) || isSomethingElse(run, context)) {
            // Its second half is no number either.
            consumed = run.end();
            return;
        }
        if (isNumber(run, announced)) {
            addPhone(run, mark);
        }
    }

    /** No sum begins with a nought. */
    private static boolean isSomethingElse(PhoneRun run, NumberContext context) {
        boolean sum = context == NumberContext.PAY && !run.digits().startsWith("0");
        return !run.international() && (sum || context == NumberContext.DOCUMENT);
    }

    private boolean isNumber(PhoneRun run, boolean announced) {
        int digits = run.digits().length();
        if (digits > LONGEST_NUMBER) {
            return false;
        }
        if (run.masked()) {
            return digits >= 2 && (announced || run.digits().startsWith("0") || run.international());
        }
        if (announced) {
            return digits >= SHORTEST_NUMBER;
        }
        boolean plus = digits > SHORTEST_NUMBER && phones.isPossible(run);
        boolean ofRegion = digits > SHORTEST_NUMBER && phones.isWrittenAsInRegion(run);
        if (isGlued(run)) {
            return plus || (ofRegion && run.digits().startsWith("0"));
        }
        boolean national = phones.isRegionUnknown()
                && run.digits().startsWith("0")
                && !run.digits().startsWith("00")
                && digits >= 9
                && digits <= 12;
        return plus || national || ofRegion || isChineseMobile(run);
    }

    private boolean isChineseMobile(PhoneRun run) {
        boolean written = run.digits().length() == 11
                && run.parts() <= 3
                && run.digits().charAt(0) == '1'
                && run.digits().charAt(1) >= '3';
        return written
                && (phones.isRegionUnknown()
                        || isBesideUnspaced(run.start() - 1, -1)
                        || isBesideUnspaced(run.end(), 1));
    }

    private boolean isBesideUnspaced(int from, int step) {
        int i = from;
        while (i >= 0 && i < text.length() && Letters.of(text.charAt(i)) == Letters.SPACE) {
            i += step;
        }
        return i >= 0 && i < text.length() && Letters.of(text.charAt(i)) == Letters.UNSPACED;
    }

    /** A letter, a hash or the like directly before or behind makes the digits a piece of a code or an address. */
    private boolean isGlued(PhoneRun run) {
        char before = run.start() > 0 ? text.charAt(run.start() - 1) : ' ';
        char behind = run.end() < text.length() ? text.charAt(run.end()) : ' ';
        boolean piece = before == '#' || before == '_' || before == '=' || before == '@' || before == '№';
        boolean path = before == '/' && run.start() > 1 && Letters.of(text.charAt(run.start() - 2)) == Letters.SPACED;
        return piece
                || path
                || Letters.of(before) == Letters.SPACED
                || Letters.of(before) == Letters.DIGIT
                || (Letters.of(behind) == Letters.SPACED && behind < 0x250);
    }

    /** Whether digits are a date, hours, or a sum of money. */
    private boolean isSomethingElse(PhoneRun run, int mark, boolean announced) {
        if (run.shape() == PhoneRun.Shape.TIME) {
            return true;
        }
        if (run.international() || run.digits().startsWith("0")) {
            return false;
        }
        boolean sum = run.shape() == PhoneRun.Shape.RANGE || (run.shape() == PhoneRun.Shape.SUM && !announced);
        return sum
                || NumberContext.isMoney(marks, mark, run, announced)
                || (!announced && NumberContext.isEndOfRange(marks, mark, run));
    }

    private void addPhone(PhoneRun run, int mark) {
        int before = messengerBefore(mark);
        int after = messengerAfter(mark, run.end());
        int messenger = before >= 0 ? before : after;
        ContactKind kind = messenger >= 0 ? marks.word(messenger).kind() : ContactKind.PHONE;
        String home = messenger >= 0 ? homeOf(kind) : null;
        add(kind, phones.handle(run, home), run.start(), run.end());
        lastPhone = contacts.size() - 1;
    }

    private int messengerAfter(int mark, int end) {
        for (int i = mark + 1; i < marks.size() && marks.start(i) - end <= 3; i++) {
            if (marks.start(i) >= end && marks.is(i, Role.MESSENGER)) {
                return i;
            }
        }
        return -1;
    }

    private void add(ContactKind kind, String handle, int start, int end) {
        contacts.add(new Contact(kind, handle, start, end));
        consumed = Math.max(consumed, end);
    }

    private List<Contact> distinct() {
        Set<ContactKind> known = EnumSet.noneOf(ContactKind.class);
        for (Contact contact : contacts) {
            if (contact.hasHandle()) {
                known.add(contact.kind());
            }
        }
        Set<String> seen = new HashSet<>();
        List<Contact> distinct = new ArrayList<>(contacts.size());
        for (Contact contact : contacts) {
            boolean mention = !contact.hasHandle() && known.contains(contact.kind());
            if (!mention && seen.add(contact.kind() + " " + contact.handle())) {
                distinct.add(contact);
            }
        }
        return distinct;
    }
}
