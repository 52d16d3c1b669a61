package org.lurewatch.detection.features;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.terms.Arrangement;
import org.lurewatch.detection.facts.terms.Fee;
import org.lurewatch.detection.facts.words.ContactKind;

/**
 * What a stated fact points to, as {@link org.lurewatch.detection.phrases.Signal} is what a phrase points to. This is
 * the one table from a fact to its feature and to the published indicator that it rests on.
 *
 * @param code name of the signal, as evidence shows it
 * @param feature name of the feature that the fact adds to, or {@link #NO_FEATURE}
 * @param indicator id of the published indicator, or the empty string
 * @param weak whether it may not reach a warning by itself or with other weak ones
 * @param part what it contributes to combinations
 */
public record FactSignal(String code, String feature, String indicator, boolean weak, Optional<CombinationPart> part) {

    /** The feature of a fact that counts in combinations only. */
    public static final String NO_FEATURE = "";

    public static final FactSignal FEE_ASKED = strong("fee.asked", "O01");
    public static final FactSignal FEE_RULED_OUT = strong("fee.ruled_out", "");
    public static final FactSignal AGE_LIMIT = weak("age.limit", "age.limit", "C14");
    public static final FactSignal SEX_LIMIT = weak("sex.limit", "sex.limit", "C14");
    public static final FactSignal PAY_STATED = weak("pay.stated", "pay.stated", "");
    public static final FactSignal PAY_ABOVE_TYPICAL = weak("pay.above_typical", "pay.stated", "C01");
    public static final FactSignal PAY_TWICE_TYPICAL =
            new FactSignal("pay.twice_typical", "pay.stated", "C01", false, Optional.of(CombinationPart.PAY));
    public static final FactSignal TRAVEL_PROVIDED =
            weak("travel.provided", NO_FEATURE, "C03").contributing(CombinationPart.TRAVEL);
    public static final FactSignal VISA_HANDLED =
            weak("visa.handled", NO_FEATURE, "C04").contributing(CombinationPart.TRAVEL);

    /** Code of a telephone number, in a messenger or not, whose calling code is of none of the posting's countries. */
    public static final String CODE_ELSEWHERE = "contact.code_elsewhere";

    private static final Map<ContactKind, FactSignal> CONTACTS = contacts();

    private static FactSignal strong(String code, String indicator) {
        return new FactSignal(code, code, indicator, false, Optional.empty());
    }

    private static FactSignal weak(String code, String feature, String indicator) {
        return new FactSignal(code, feature, indicator, true, Optional.empty());
    }

    private FactSignal contributing(CombinationPart combined) {
        return new FactSignal(code, feature, indicator, weak, Optional.of(combined));
    }

    /** A telephone, a firm's own mailbox and a link point to nothing by themselves. */
    private static Map<ContactKind, FactSignal> contacts() {
        Map<ContactKind, FactSignal> contacts = new EnumMap<>(ContactKind.class);
        for (ContactKind kind : ContactKind.values()) {
            String indicator = kind.isMessenger() ? "C09" : kind == ContactKind.FREE_EMAIL ? "O10" : "";
            contacts.put(kind, strong("contact." + kind.name().toLowerCase(Locale.ROOT), indicator));
        }
        return Collections.unmodifiableMap(contacts);
    }

    /** A kind of contact, whether or not it can be written to. */
    public static FactSignal of(ContactKind kind) {
        return CONTACTS.get(kind);
    }

    /** A contact. Only a chat that can be written to counts in combinations. */
    public static FactSignal of(Contact contact) {
        FactSignal signal = of(contact.kind());
        return contact.isMessengerAccount() ? signal.contributing(CombinationPart.CHAT) : signal;
    }

    /**
     * A contact with the relation of its calling code, which is told to people and adds nothing: it counts as any other
     * contact of its kind. A local number is nothing to tell.
     * See RATIONALE.md, "A foreign number is asked about, not scored".
     */
    public static FactSignal of(Contact contact, CodeRelation relation) {
        FactSignal signal = of(contact);
        return switch (relation) {
            case LOCAL, OPEN -> signal;
            case ELSEWHERE -> {
                String published = signal.indicator().isEmpty() ? "O10" : signal.indicator();
                yield new FactSignal(CODE_ELSEWHERE, signal.feature(), published, signal.weak(), signal.part());
            }
        };
    }

    /** Money that the applicant is to pay, or that the posting says is not to be paid. */
    public static FactSignal of(Fee fee) {
        return fee.direction() == Fee.Direction.ASKED ? FEE_ASKED : FEE_RULED_OUT;
    }

    /**
     * An offer of pay.
     *
     * @param ratio the offer over typical pay
     */
    public static FactSignal ofPay(double ratio) {
        if (PayRatios.isTwiceTypical(ratio)) {
            return PAY_TWICE_TYPICAL;
        }
        return PayRatios.isAboveTypical(ratio) ? PAY_ABOVE_TYPICAL : PAY_STATED;
    }

    /** An arrangement; nothing for papers that are asked for, which honest employers must see. */
    public static Optional<FactSignal> of(Arrangement arrangement) {
        return switch (arrangement.kind()) {
            case TRAVEL_PROVIDED -> Optional.of(TRAVEL_PROVIDED);
            case VISA_HANDLED -> Optional.of(VISA_HANDLED);
            case DOCUMENTS_ASKED -> Optional.empty();
        };
    }
}
