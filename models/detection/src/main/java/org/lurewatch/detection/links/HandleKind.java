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
    /** A mailbox that anybody can open for nothing. */
    FREE_MAILBOX,
    /** A mailbox of a domain that is not open to everybody. */
    MAILBOX,
    HOST
}
