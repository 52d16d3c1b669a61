package org.lurewatch.intake.files;

import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A text that is nearly XML, as feeds write it: characters that XML forbids are left out, and {@code &} that begins no
 * entity stands for itself. Neither a DTD nor an entity of it is ever read.
 */
final class XmlText extends Reader {
    private static final XMLInputFactory FACTORY = factory();
    private static final String CDATA = "<![CDATA[";
    private static final int LONGEST_ENTITY = 12;

    private final Reader in;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder ready = new StringBuilder();
    private final StringBuilder waiting = new StringBuilder();
    private String last = "";
    private int read;
    private boolean ended;
    private boolean inCdata;

    private XmlText(Reader in) {
        this.in = in;
    }

    private static XMLInputFactory factory() {
        // See RATIONALE.md, "XML is read by the JDK's own parser".
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static XMLStreamReader events(Reader in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new XmlText(in));
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (read == ready.length()) {
            ready.setLength(0);
            read = 0;
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, ready.length() - read);
        ready.getChars(read, read + count, target, offset);
        read += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (!ended) {
            int count = in.read(buffer, 0, buffer.length);
            ended = count < 0;
            for (int i = 0; i < count; i++) {
                if (isAllowed(buffer[i])) {
                    waiting.append(buffer[i]);
                }
            }
        } else if (waiting.length() == 0) {
            return false;
        }
        int end = ended ? waiting.length() : Math.max(0, waiting.length() - LONGEST_ENTITY);
        for (int i = 0; i < end; i++) {
            char c = waiting.charAt(i);
            if (inCdata) {
                inCdata = !(c == '>' && ends(i, "]]"));
            } else if (c == '<' && begins(i, CDATA)) {
                inCdata = true;
            } else if (c == '&' && !isEntity(i)) {
                ready.append("&amp;");
                continue;
            }
            ready.append(c);
        }
        last = end > 1 ? waiting.substring(end - 2, end) : (last + waiting.substring(0, end));
        waiting.delete(0, end);
        return true;
    }

    private boolean ends(int index, String before) {
        String text = index >= 2 ? waiting.substring(index - 2, index) : last + waiting.substring(0, index);
        return text.endsWith(before);
    }

    private boolean begins(int index, String word) {
        return waiting.length() >= index + word.length()
                && waiting.substring(index, index + word.length()).equals(word);
    }

    private boolean isEntity(int index) {
        for (int i = index + 1; i < waiting.length() && i < index + LONGEST_ENTITY; i++) {
            char c = waiting.charAt(i);
            if (c == ';') {
                return i > index + 1;
            }
            if (!(c < 0x80 && Character.isLetterOrDigit(c)) && !(c == '#' && i == index + 1)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAllowed(char c) {
        return c >= ' ' ? c < 0xFFFE : c == '\t' || c == '\n' || c == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
