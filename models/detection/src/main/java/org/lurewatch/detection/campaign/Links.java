package org.lurewatch.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.links.Handle;
import org.lurewatch.detection.links.HandleKind;

/** The links of a posting. */
public final class Links {
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
            links.add(new Link(handle.kind() + ":" + handle.value(), kind(handle.kind())));
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

    private static LinkKind kind(HandleKind kind) {
        return switch (kind) {
            case PHONE, TELEGRAM, LINE, WHATSAPP, WECHAT, QQ, ZALO, VIBER, KAKAO, OTHER_MESSENGER, FREE_MAILBOX ->
                LinkKind.PERSON;
            case MAILBOX -> LinkKind.MAILBOX;
            case HOST -> LinkKind.HOST;
        };
    }
}
