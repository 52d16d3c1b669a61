package org.lurewatch.detection.features;

import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.contact.CallingCode;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.pay.LanguageMoney;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.phrases.Said;
import org.lurewatch.detection.phrases.Stances;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.CountryNames;
import org.lurewatch.detection.text.Token;

/**
 * The telephone numbers of a posting against the countries that it points to elsewhere: by its place fields, by the
 * employer's own domain, by the money it pays in and by its language. Only the relation counts. Which countries they are
 * plays no part: the same posting with every country exchanged for another has the same relations.
 * See RATIONALE.md, "A foreign number is asked about, not scored".
 */
public final class CodeRelations {
    private static final List<PostingField> JOB =
            List.of(PostingField.ADDRESS_COUNTRY, PostingField.ADDRESS_REGION, PostingField.ADDRESS_LOCALITY);
    private static final Pattern PARTING = Pattern.compile("[,;/|()\\n\u060c\u3001\uff0c\uff08\uff09]");
    private static final int MOST_PARTS = 8;

    /** In a region's or town's field this is no country: CA is California there. */
    private static final Pattern SHORT = Pattern.compile("[A-Za-z]{0,3}");

    /** A number is denied by a word or two right before it, and may be what others gave. */
    private static final Said.Manner MANNER = new Said.Manner(0, 3, true, Said.Role.NONE);

    /** It is paid all over the world. */
    private static final String DOLLAR = "USD";

    /** Top-level domains of countries under which anybody anywhere has a site. */
    private static final Set<String> EVERYBODYS = Set.of(
            "ac", "ag", "ai", "am", "as", "cc", "cd", "co", "dj", "fm", "gg", "gl", "im", "io", "is", "la", "li", "ly",
            "me", "ms", "mu", "nu", "pw", "sc", "sh", "so", "st", "tk", "to", "tv", "vc", "vg", "ws");

    private static final Map<String, Set<Integer>> BY_MONEY = byMoney();

    private final Map<Placed<Contact>, CallingCode> numbers = new HashMap<>();
    private final Set<Integer> job;
    private final Set<Integer> local = new HashSet<>();
    private final Set<Integer> known = new HashSet<>();
    private final boolean remote;
    private final boolean reachedLocally;

    private CodeRelations(Reading reading) {
        for (Placed<Contact> contact : reading.facts().contacts()) {
            FieldParts field = reading.parts().get(contact.field());
            CallingCode.of(contact.fact(), field.text().text())
                    .filter(code -> isStated(contact.fact(), field))
                    .ifPresent(code -> numbers.put(contact, code));
        }
        if (numbers.isEmpty()) {
            job = Set.of();
            remote = false;
            reachedLocally = false;
            return;
        }
        JobPosting posting = reading.posting();
        job = named(posting, JOB);
        local.addAll(job);
        local.addAll(ofEmployer(reading));
        Set<String> moneys = moneys(reading);
        if (local.isEmpty() && !moneys.contains(DOLLAR)) {
            local.addAll(ofMoneys(moneys));
        }
        known.addAll(local);
        known.addAll(ofMoneys(moneys));
        known.addAll(named(posting, List.of(PostingField.APPLICANT_LOCATION)));
        known.addAll(ofLanguage(reading));
        remote = posting.text(PostingField.JOB_LOCATION_TYPE).isPresent();
        reachedLocally = numbers.values().stream().anyMatch(this::isLocal);
    }

    /** The relations of a posting. */
    public static CodeRelations of(Reading reading) {
        return new CodeRelations(reading);
    }

    /** Whether a number leads to none of the posting's countries. */
    public boolean leadsElsewhere() {
        return numbers.keySet().stream().anyMatch(contact -> of(contact) == CodeRelation.ELSEWHERE);
    }

    /**
     * The relation of a contact. A number is elsewhere only where the posting has one country, where the job is at a
     * place, and where no other number leads to that country.
     */
    public CodeRelation of(Placed<Contact> contact) {
        CallingCode number = numbers.get(contact);
        if (number == null || local.isEmpty()) {
            return CodeRelation.OPEN;
        }
        if (isLocal(number)) {
            return CodeRelation.LOCAL;
        }
        boolean sure = job.size() <= 1 && !remote && !reachedLocally;
        return sure && !known.contains(number.code()) ? CodeRelation.ELSEWHERE : CodeRelation.OPEN;
    }

    /**
     * Whether the text gives the number as its own: "never answer +44 …" does not. The plus would end the clause, so that
     * the word right before the number is looked at with it.
     */
    private static boolean isStated(Contact number, FieldParts field) {
        if (field.wording() == null) {
            return true;
        }
        List<Token> tokens = field.wording().tokens();
        int first = 0;
        while (first < tokens.size() && tokens.get(first).end() <= number.start()) {
            first++;
        }
        int end = first;
        while (end < tokens.size() && tokens.get(end).start() < number.end()) {
            end++;
        }
        boolean led = first > 0
                && field.text()
                        .text()
                        .substring(tokens.get(first - 1).end(), number.start())
                        .isBlank();
        int said = led ? first - 1 : first;
        if (said >= end) {
            return true;
        }
        Stances.Meant meant = field.stances()
                .of(List.of(new Said(said, end, MANNER)), language -> true)
                .get(0);
        return !meant.denied() && !meant.reported();
    }

    private boolean isLocal(CallingCode number) {
        return number.region().isPresent() && local.contains(number.code());
    }

    /** Codes of the countries that these fields name, alone or as one part among others. */
    private static Set<Integer> named(JobPosting posting, List<PostingField> fields) {
        Set<Integer> codes = new HashSet<>();
        for (PostingField field : fields) {
            for (String part : PARTING.split(posting.text(field).orElse(""), MOST_PARTS)) {
                boolean isCode = SHORT.matcher(part.strip()).matches();
                if (!isCode || field == PostingField.ADDRESS_COUNTRY || field == PostingField.APPLICANT_LOCATION) {
                    codes.addAll(codes(CountryNames.regions(part.strip())));
                }
            }
        }
        return codes;
    }

    /** Codes of the countries of the employer's site and of mailboxes under a domain of its own. */
    private static Set<Integer> ofEmployer(Reading reading) {
        Set<Integer> codes = new HashSet<>();
        for (Placed<Contact> placed : reading.facts().contacts()) {
            ContactKind kind = placed.fact().kind();
            boolean own = kind == ContactKind.EMAIL
                    || kind == ContactKind.URL && placed.field() == PostingField.ORGANIZATION_URL;
            if (own) {
                topLevel(placed.fact().handle()).ifPresent(region -> codes.addAll(codes(Set.of(region))));
            }
        }
        return codes;
    }

    private static Optional<String> topLevel(String address) {
        int from = address.indexOf('@') + 1;
        int slash = address.indexOf('/', from);
        String host = address.substring(from, slash < 0 ? address.length() : slash);
        String last = host.substring(host.lastIndexOf('.') + 1);
        if (last.length() != 2 || EVERYBODYS.contains(last)) {
            return Optional.empty();
        }
        return Optional.of(last.equals("uk") ? "GB" : last.toUpperCase(Locale.ROOT));
    }

    /** What the posting may pay in. */
    private static Set<String> moneys(Reading reading) {
        Set<String> moneys = new HashSet<>();
        reading.facts().pay().forEach(offer -> moneys.addAll(offer.fact().currencies()));
        return moneys;
    }

    /** Codes of the countries where the language of the posting is spoken. */
    private static Set<Integer> ofLanguage(Reading reading) {
        Set<Integer> codes = new HashSet<>(ofMoneys(HomeMoney.codes(reading.posting())));
        reading.language().ifPresent(language -> codes.addAll(ofMoneys(LanguageMoney.of(language))));
        return codes;
    }

    private static Set<Integer> ofMoneys(Collection<String> moneys) {
        Set<Integer> codes = new HashSet<>();
        for (String money : moneys) {
            codes.addAll(BY_MONEY.getOrDefault(money, Set.of()));
        }
        return codes;
    }

    private static Set<Integer> codes(Collection<String> regions) {
        Set<Integer> codes = new HashSet<>();
        for (String region : regions) {
            int code = CallingCode.ofRegion(region);
            if (code > 0) {
                codes.add(code);
            }
        }
        return codes;
    }

    private static Map<String, Set<Integer>> byMoney() {
        Map<String, Set<Integer>> byMoney = new HashMap<>();
        for (String region : Locale.getISOCountries()) {
            Currency money = Currency.getInstance(new Locale("", region));
            if (money != null) {
                byMoney.computeIfAbsent(money.getCurrencyCode(), unknown -> new HashSet<>())
                        .addAll(codes(Set.of(region)));
            }
        }
        byMoney.put("IRT", byMoney.get("IRR"));
        return byMoney;
    }
}
