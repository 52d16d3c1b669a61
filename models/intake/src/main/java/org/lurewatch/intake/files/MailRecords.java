package org.lurewatch.intake.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.lurewatch.detection.posting.PostingLimits;

/** Mails: one, or a mailbox of them. */
final class MailRecords implements Records {
    private static final int MAX_DEPTH = 10;

    /** The line before a mail in a mailbox. */
    private static final Pattern FROM_LINE = Pattern.compile("From \\S+.*\\d{4}.*|From - .*|From \\S+@\\S+.*");

    private static final Pattern HEADERS = Pattern.compile(
            "(?is)\\A\\s*(from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|x-[\\w-]+|reply-to|"
                    + "content-type|x-gm-thrid)[ \\t]*:[^\\n]*\\n.*");

    private static final Pattern TELLING_HEADER = Pattern.compile(
            "(?im)^(from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|reply-to|content-type):");

    private final Lines lines;
    private final boolean mailbox;
    private final int maxBytes;
    private final DefaultMessageBuilder parser = new DefaultMessageBuilder();
    private Optional<Lines.Line> next = Optional.empty();
    private boolean begun;

    MailRecords(InputStream in, boolean mailbox, PostingLimits limits) {
        // Each byte is a character, and back again, so that a mail can have any charset of its own.
        this.lines = new Lines(new InputStreamReader(in, StandardCharsets.ISO_8859_1), limits.maxPostingBytes());
        this.mailbox = mailbox;
        this.maxBytes = limits.maxPostingBytes();
        parser.setMimeEntityConfig(MimeConfig.custom()
                .setStrictParsing(false)
                .setMalformedHeaderStartsBody(false)
                .setMaxLineLen(maxBytes + 1)
                .setMaxHeaderLen(maxBytes + 1)
                .setMaxHeaderCount(1_000)
                .setMaxContentLen(maxBytes)
                .build());
    }

    static boolean isMailbox(String ascii) {
        String first = ascii.stripLeading().lines().findFirst().orElse("");
        return FROM_LINE.matcher(first).matches()
                && HEADERS.matcher(ascii.stripLeading().substring(first.length()))
                        .matches();
    }

    static boolean isMail(String ascii) {
        String headers = ascii.stripLeading().split("\\r?\\n\\r?\\n", 2)[0];
        return HEADERS.matcher(ascii).matches()
                && (TELLING_HEADER.matcher(headers).results().count() >= 2
                        || headers.startsWith("Subject:") && headers.indexOf('\n') < 0);
    }

    @Override
    public Optional<FileEntry> next() throws IOException {
        if (!begun) {
            begun = true;
            next = lines.next();
            while (next.isPresent() && next.get().text().isBlank()) {
                next = lines.next();
            }
        }
        if (next.isEmpty()) {
            return Optional.empty();
        }
        String place = "line " + next.get().number();
        if (mailbox) {
            next = lines.next();
        }
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        boolean tooLarge = false;
        boolean blankBefore = false;
        while (next.isPresent()
                && !(mailbox
                        && blankBefore
                        && FROM_LINE.matcher(next.get().text()).matches())) {
            String line = next.get().text();
            blankBefore = line.isEmpty();
            tooLarge |= next.get().tooLong() || mail.size() + line.length() > maxBytes;
            if (!tooLarge) {
                mail.writeBytes((mailbox && line.startsWith(">From ") ? line.substring(1) : line)
                        .getBytes(StandardCharsets.ISO_8859_1));
                mail.write('\r');
                mail.write('\n');
            }
            next = lines.next();
        }
        return Optional.of(tooLarge ? FileRow.tooLarge(place, maxBytes) : mail(place, mail.toByteArray()));
    }

    private FileEntry mail(String place, byte[] bytes) throws IOException {
        Message message;
        try {
            message = parser.parseMessage(new ByteArrayInputStream(bytes));
        } catch (MimeIOException e) {
            return FileRow.unknown(place, "the mail is damaged");
        }
        String from = message.getFrom() == null || message.getFrom().isEmpty()
                ? null
                : message.getFrom().get(0).getAddress();
        return new FileRow()
                .with("identifier", message.getMessageId())
                .with("title", message.getSubject())
                .with("description", text(message, 0))
                .with("postedBy", from)
                .with(
                        "datePosted",
                        message.getDate() == null
                                ? null
                                : message.getDate().toInstant().toString())
                .at(place);
    }

    /** The plain text of a mail, or its HTML if it has none. */
    private static String text(Entity entity, int depth) throws IOException {
        Body body = entity.getBody();
        if (body instanceof Multipart multipart && depth < MAX_DEPTH) {
            String text = "";
            boolean plain = false;
            for (Entity part : multipart.getBodyParts()) {
                String found = text(part, depth + 1);
                boolean better = !found.isBlank() && (text.isBlank() || (!plain && isPlain(part)));
                plain |= better && isPlain(part);
                text = better ? found : text;
            }
            return text;
        }
        if (body instanceof Message message && depth < MAX_DEPTH) {
            return text(message, depth + 1);
        }
        if (body instanceof TextBody textBody) {
            return decoded(textBody, entity);
        }
        return "";
    }

    private static boolean isPlain(Entity part) {
        return "text/plain".equals(part.getMimeType());
    }

    private static String decoded(TextBody body, Entity entity) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((SingleBody) body).writeTo(bytes);
        boolean declared = entity.getHeader().getField("Content-Type") != null
                && entity.getHeader()
                        .getField("Content-Type")
                        .getBody()
                        .toLowerCase(Locale.ROOT)
                        .contains("charset");
        Charset charset =
                declared && body.getCharset() != null && !body.getCharset().equals(StandardCharsets.US_ASCII)
                        ? body.getCharset()
                        : TextCharset.of(FileSample.of(new ByteArrayInputStream(bytes.toByteArray())))
                                .charset();
        return charset.decode(ByteBuffer.wrap(bytes.toByteArray())).toString().replace("\r\n", "\n");
    }

    @Override
    public String kind() {
        return mailbox ? "mailbox" : "mail";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
