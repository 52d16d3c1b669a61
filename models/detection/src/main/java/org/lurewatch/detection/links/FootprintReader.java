package org.lurewatch.detection.links;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.Scripts;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Tokens;

/** Reads a posting's footprint. */
public final class FootprintReader {
    private static final String BLANKED_OUT = "000000";
    /** Shorter numbers without a country code are given anew in each town, and sums and codes look like them. */
    private static final int FEWEST_DIGITS_WITHOUT_COUNTRY = 9;

    private static final String UNKNOWN_LANGUAGE = "und";

    private FootprintReader() {}

    /** What a posting leaves behind. */
    public static Footprint read(Reading reading) {
        JobPosting posting = reading.posting();
        String sample = sample(reading.fields());
        ComparableText employer = TextChain.comparable(
                posting.text(PostingField.ORGANIZATION_NAME).orElse(""));
        return new Footprint(
                handles(reading.facts().contacts()),
                TextSketcher.of(reading, Tokens.of(employer)),
                employer(employer.text()),
                language(posting, sample),
                cut(posting.text(PostingField.ADDRESS_COUNTRY).orElse("").strip(), Handle.LONGEST),
                sample);
    }

    /**
     * The sketch of a sample, for where no more of a posting is known. Places and the employer's name are not masked in it,
     * so that it is comparable with those of other samples only.
     */
    public static TextSketch sketch(String sample) {
        ComparableText text = TextChain.comparable(sample);
        return TextSketcher.of(MaskedText.of(text, Contact.read(Marks.of(text), false, null)));
    }

    private static List<Handle> handles(List<Placed<Contact>> contacts) {
        Set<Handle> handles = new LinkedHashSet<>();
        for (Placed<Contact> placed : contacts) {
            if (handles.size() < Footprint.MOST_HANDLES) {
                handle(placed.fact()).ifPresent(handles::add);
            }
        }
        return List.copyOf(handles);
    }

    /** Whether a contact is nobody else's, so that two postings that give it are of the same people. */
    private static boolean distinguishes(Contact contact) {
        String handle = contact.handle();
        if (!handle.chars().allMatch(c -> c == '+' || c >= '0' && c <= '9')) {
            return true;
        }
        return contact.hasHandle() && !isBlankedOut(handle) && !isAmbiguous(contact);
    }

    /** Boards and scrapers hide a number behind zeros, which leaves only its country and network. */
    private static boolean isBlankedOut(String number) {
        return number.endsWith(BLANKED_OUT);
    }

    /** Numbers of QQ are names of accounts, and unique however short they are. */
    private static boolean isAmbiguous(Contact contact) {
        return !contact.handle().startsWith("+")
                && contact.kind() != ContactKind.QQ
                && contact.handle().length() < FEWEST_DIGITS_WITHOUT_COUNTRY;
    }

    /**
     * The handle of a contact, where it is nobody else's. Of these only the telephone number or the host recurs:
     * messengers share the number, and the paths of a web site change.
     */
    public static Optional<Handle> handle(Contact contact) {
        if (!distinguishes(contact)) {
            return Optional.empty();
        }
        if (contact.handle().startsWith("+")) {
            return Optional.of(new Handle(HandleKind.PHONE, cut(contact.handle(), Handle.LONGEST)));
        }
        Optional<String> recurring = SharedHosts.handle(contact.handle());
        Optional<String> value =
                contact.kind() == ContactKind.URL ? recurring : recurring.map(anything -> contact.handle());
        return value.map(known -> new Handle(HandleKind.of(contact.kind()), cut(known, Handle.LONGEST)));
    }

    /** A hash of the name that ignores spaces, accents and case. */
    private static long employer(String name) {
        CRC32C hash = new CRC32C();
        name.chars().filter(Character::isLetterOrDigit).forEach(c -> {
            hash.update(c >>> 8);
            hash.update(c);
        });
        return name.chars().anyMatch(Character::isLetterOrDigit) ? hash.getValue() + 1 : 0;
    }

    private static String language(JobPosting posting, String sample) {
        Locale named = Locale.forLanguageTag(
                posting.text(PostingField.IN_LANGUAGE).orElse("").strip());
        return named.getLanguage().isEmpty()
                ? Scripts.mostUsed(sample)
                        .map(script -> UNKNOWN_LANGUAGE + "-" + script)
                        .orElse(UNKNOWN_LANGUAGE)
                : named.getLanguage();
    }

    private static String sample(List<FieldReading> fields) {
        StringBuilder sample = new StringBuilder(Footprint.LONGEST_SAMPLE + 2);
        for (FieldReading field : fields) {
            if (field.field().kind() == PostingField.Kind.PROSE && sample.length() < Footprint.LONGEST_SAMPLE) {
                if (sample.length() > 0) {
                    sample.append('\n');
                }
                String text = field.text().text();
                int room = Footprint.LONGEST_SAMPLE + 1 - sample.length();
                sample.append(text, 0, Math.min(room, text.length()));
            }
        }
        return cut(sample.toString(), Footprint.LONGEST_SAMPLE);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, splitsPair ? longest - 1 : longest);
    }
}
