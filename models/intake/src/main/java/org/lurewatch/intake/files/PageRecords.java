package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** One web page. */
final class PageRecords implements Records {
    /** Pages are larger than their adverts: scripts and styles stand in them. */
    static final int MAX_CHARS = 16 << 20;

    private final PageText page;
    private final Iterator<ObjectNode> postings;
    private int item;

    PageRecords(Reader in) throws IOException {
        StringBuilder html = new StringBuilder();
        char[] buffer = new char[1 << 14];
        try (in) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                html.append(buffer, 0, read);
                if (html.length() > MAX_CHARS) {
                    throw new UnreadableFileException(
                            "an HTML page of more than 16 million characters", "split it into the pages it is made of");
                }
            }
        }
        this.page = PageText.of(html.toString(), "");
        this.postings = page.postings().iterator();
    }

    @Override
    public Optional<FileEntry> next() {
        return postings.hasNext()
                ? Optional.of(new ForeignRecord("posting " + ++item + " of the page", postings.next()))
                : Optional.empty();
    }

    @Override
    public String kind() {
        return "HTML page";
    }

    @Override
    public List<String> notes() {
        return switch (page.taken()) {
            case STATED -> List.of();
            case TABLE -> List.of("the page states no JobPosting; each row of its table is taken");
            case TEXT -> List.of("the page states no JobPosting; its title and main text are taken");
        };
    }
}
