package org.lurewatch.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.links.Handle;
import org.lurewatch.detection.links.HandleKind;

/** The links of a posting. */
public final class Links {
    /**
     * Version of the reading of telephones and messenger accounts, as part of their keys. The first one read pay, dates and
     * numbers of documents as telephones and cut names short, so that strangers were tied. No posting finds its links any
     * more, and they expire as all links do. See RATIONALE.md, "Links of contacts that were misread are left to expire".
     */
    private static final int READING = 2;

    private Links() {}

    /**
     * Its handles and the bands of its text: at most {@link Footprint#MOST_HANDLES} and a handful. A text about scams has
     * none: it quotes the handles and the wording of those it warns of.
     */
    public static List<Link> of(Verdict ownVerdict, Footprint footprint) {
        if (ownVerdict == Verdict.ABOUT_SCAMS) {
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        for (Handle handle : footprint.handles()) {
            links.add(new Link(key(handle), kind(handle.kind())));
        }
        List<Long> bands = footprint.sketch().bands();
        for (int i = 0; i < bands.size(); i++) {
            links.add(new Link("TEXT" + i + ":" + Long.toHexString(bands.get(i)), LinkKind.TEXT));
        }
        return links;
    }

    /** Whether the posting gives a way to a person rather than to a firm. */
    public static boolean leadToAPerson(Footprint footprint) {
        return footprint.handles().stream().anyMatch(handle -> kind(handle.kind()) == LinkKind.PERSON);
    }

    private static String key(Handle handle) {
        String space =
                switch (handle.kind()) {
                    case PHONE, TELEGRAM, LINE, WHATSAPP, WECHAT, QQ, ZALO, VIBER, KAKAO, OTHER_MESSENGER ->
                        handle.kind() + "/" + READING;
                    case FREE_MAILBOX, MAILBOX, HOST -> handle.kind().name();
                };
        return space + ":" + handle.value();
    }

    private static LinkKind kind(HandleKind kind) {
        return switch (kind) {
            case PHONE, TELEGRAM, LINE, WHATSAPP, WECHAT, QQ, ZALO, VIBER, KAKAO, OTHER_MESSENGER, FREE_MAILBOX ->
                LinkKind.PERSON;
            case MAILBOX -> LinkKind.MAILBOX;
            case HOST -> LinkKind.HOST;
        };
    }
}
