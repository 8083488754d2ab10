package vigie.reports.render;

import java.util.Locale;
import vigie.model.Modality;
import vigie.model.Stage;

/**
 * What a stage means at a glance: the groups that have a colour in tables and a colour and a shape on maps. In the order
 * in which a map draws them, the most advanced last and on top.
 */
public enum Tone {
    /** Denied, or rejected. */
    NO,
    /** Suspended, ended, or named without saying more. */
    OVER,
    /** Proposed, out for tender, or only supposed. */
    PLAN,
    /** Approved, awarded or on trial. */
    SOON,
    /** At work. */
    USE;

    /** The tone of a stage as the sources tell it. */
    public static Tone of(Stage stage, Modality modality) {
        if (modality == Modality.NEGATED) {
            return NO;
        }
        if (modality == Modality.HYPOTHETICAL) {
            return PLAN;
        }
        return switch (stage) {
            case IN_USE -> USE;
            case AWARDED, TRIAL, APPROVED -> SOON;
            case PROPOSED, TENDERED -> PLAN;
            case REJECTED -> NO;
            case MENTIONED, SUSPENDED, ENDED -> OVER;
        };
    }

    /** Its class in style sheets and its word in message keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Its shape on maps, as an SVG path: told apart without colour, of about the same weight, filled or hollow.
     *
     * @param x of the middle
     * @param y of the middle
     */
    public String shape(long x, long y) {
        return "M" + x + " " + y
                + switch (this) {
                    case USE -> "m-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z";
                    case SOON -> "m0-12l12 21h-24z";
                    case PLAN -> "m-9-9h18v18h-18z";
                    case OVER -> "m0-12l12 12-12 12-12-12z";
                    case NO -> "m0-5l7-7 5 5-7 7 7 7-5 5-7-7-7 7-5-5 7-7-7-7 5-5z";
                };
    }
}
