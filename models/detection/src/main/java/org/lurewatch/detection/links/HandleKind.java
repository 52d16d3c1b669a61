package org.lurewatch.detection.links;

import org.lurewatch.detection.facts.words.ContactKind;

/**
 * The way a handle is reached, as it is kept in state and written to topics; the names therefore never change. It follows
 * {@link ContactKind}, the way in which a text names a contact, but for what recurs: a number that serves in several
 * messengers is one phone handle, and of a link only the host counts.
 */
public enum HandleKind {
    PHONE,
    TELEGRAM,
    LINE,
    WHATSAPP,
    WECHAT,
    QQ,
    ZALO,
    VIBER,
    KAKAO,
    OTHER_MESSENGER,
    /** A mailbox of a free provider. */
    FREE_MAILBOX,
    /** A mailbox of a domain of its own, such as a firm's. */
    MAILBOX,
    HOST;

    /** The kind of a handle that was named as such a contact and is not a telephone number. */
    static HandleKind of(ContactKind kind) {
        return switch (kind) {
            case PHONE -> PHONE;
            case TELEGRAM -> TELEGRAM;
            case LINE -> LINE;
            case WHATSAPP -> WHATSAPP;
            case WECHAT -> WECHAT;
            case QQ -> QQ;
            case ZALO -> ZALO;
            case VIBER -> VIBER;
            case KAKAO -> KAKAO;
            case OTHER_MESSENGER -> OTHER_MESSENGER;
            case EMAIL -> MAILBOX;
            case FREE_EMAIL -> FREE_MAILBOX;
            case URL -> HOST;
        };
    }
}
