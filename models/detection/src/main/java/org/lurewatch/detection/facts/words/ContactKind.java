package org.lurewatch.detection.facts.words;

/** The way a contact is reached. */
public enum ContactKind {
    PHONE,
    TELEGRAM,
    LINE,
    WHATSAPP,
    WECHAT,
    QQ,
    ZALO,
    VIBER,
    KAKAO,
    /** Signal, Messenger, Instagram, BatChat and other ways to write in private. */
    OTHER_MESSENGER,
    /** A mailbox of a domain of its own, such as a firm's. */
    EMAIL,
    /** A mailbox of a free provider. */
    FREE_EMAIL,
    URL;

    /** Whether it leads into a private chat. */
    public boolean isMessenger() {
        return switch (this) {
            case TELEGRAM, LINE, WHATSAPP, WECHAT, QQ, ZALO, VIBER, KAKAO, OTHER_MESSENGER -> true;
            case PHONE, EMAIL, FREE_EMAIL, URL -> false;
        };
    }

    /**
     * Whether it leads to a person rather than to a firm: a private chat, a telephone or a mailbox of a free provider.
     */
    public boolean leadsToAPerson() {
        return isMessenger() || this == PHONE || this == FREE_EMAIL;
    }
}
