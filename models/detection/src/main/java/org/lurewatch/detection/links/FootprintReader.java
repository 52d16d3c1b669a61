package org.lurewatch.detection.links;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32C;
import org.lurewatch.detection.facts.Contact;
import org.lurewatch.detection.facts.ContactKind;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.Scripts;

/** Reads a posting's footprint. */
public final class FootprintReader {
    private static final String UNKNOWN_LANGUAGE = "und";

    private FootprintReader() {}

    /** What a posting leaves behind. */
    public static Footprint read(Reading reading) {
        JobPosting posting = reading.posting();
        String sample = sample(reading.fields());
        return new Footprint(
                handles(reading.facts().contacts()),
                TextSketch.NONE,
                employer(posting),
                language(posting, sample),
                cut(posting.text(PostingField.ADDRESS_COUNTRY).orElse("").strip(), Handle.LONGEST),
                sample);
    }

    private static List<Handle> handles(List<Placed<Contact>> contacts) {
        Set<Handle> handles = new LinkedHashSet<>();
        for (Placed<Contact> placed : contacts) {
            Contact contact = placed.fact();
            if (contact.hasHandle() && handles.size() < Footprint.MOST_HANDLES) {
                handles.add(handle(contact));
            }
        }
        return List.copyOf(handles);
    }

    /** A number or the host alone is what recurs: messengers share the one, and paths of the other change. */
    private static Handle handle(Contact contact) {
        String value = cut(contact.handle(), Handle.LONGEST);
        if (value.startsWith("+")) {
            return new Handle(HandleKind.PHONE, value);
        }
        if (contact.kind() == ContactKind.URL) {
            int path = value.indexOf('/');
            return new Handle(HandleKind.HOST, path > 0 ? value.substring(0, path) : value);
        }
        return new Handle(kind(contact.kind()), value);
    }

    private static HandleKind kind(ContactKind kind) {
        return switch (kind) {
            case PHONE -> HandleKind.PHONE;
            case TELEGRAM -> HandleKind.TELEGRAM;
            case LINE -> HandleKind.LINE;
            case WHATSAPP -> HandleKind.WHATSAPP;
            case WECHAT -> HandleKind.WECHAT;
            case QQ -> HandleKind.QQ;
            case ZALO -> HandleKind.ZALO;
            case VIBER -> HandleKind.VIBER;
            case KAKAO -> HandleKind.KAKAO;
            case OTHER_MESSENGER -> HandleKind.OTHER_MESSENGER;
            case EMAIL -> HandleKind.MAILBOX;
            case FREE_EMAIL -> HandleKind.FREE_MAILBOX;
            case URL -> HandleKind.HOST;
        };
    }

    private static long employer(JobPosting posting) {
        String name = posting.text(PostingField.ORGANIZATION_NAME).orElse("").strip();
        if (name.isEmpty()) {
            return 0;
        }
        CRC32C hash = new CRC32C();
        hash.update(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return hash.getValue() + 1;
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
        StringBuilder sample = new StringBuilder();
        for (FieldReading field : fields) {
            if (field.field().kind() == PostingField.Kind.PROSE && sample.length() < Footprint.LONGEST_SAMPLE) {
                if (sample.length() > 0) {
                    sample.append('\n');
                }
                sample.append(
                        field.text().text(),
                        0,
                        Math.min(Footprint.LONGEST_SAMPLE, field.text().text().length()));
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
