package org.lurewatch.detection.links;

/** The way a handle is reached. A number that serves in several messengers is one phone handle. */
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
    HOST
}
