package vigie.reports.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vigie.reports.query.QueryException;

/** A request that cannot be answered; people are told why and what to do instead, in their language. */
final class Refusal extends RuntimeException {

    /** Why; {@code error.<id>.title}, {@code .cause} and {@code .remedy} are its texts. */
    enum Reason {
        NO_PAGE(404),
        NO_COMMUNE(404),
        NO_VENDOR(404),
        NO_DEPARTEMENT(404),
        NO_DOCUMENT(404),
        NO_CLAIM(404),
        NO_ORIGINAL(404),
        NO_PICTURE(404),
        NO_SOURCE(404),
        NO_SEARCH(404),
        BAD_REQUEST(400),
        BAD_DATE(400),
        BAD_QUERY(400),
        BAD_VALUE(400),
        BAD_NAME(400),
        UNKNOWN_PARAMETER(400),
        BAD_JSON(400),
        BAD_REVIEW(400),
        WRONG_HOST(421),
        WRONG_METHOD(405),
        TOO_LONG(414),
        TOO_LARGE(413),
        FORGED(403),
        NO_REVIEWS(403),
        NOT_JSON(415),
        TOO_MANY(429),
        NO_INDEX(503),
        FAILED(500);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Link> near;
    private final transient Object[] values;

    Refusal(Reason reason, Object... values) {
        this(reason, List.of(), values);
    }

    /** The same with pages that may have been meant. */
    Refusal(Reason reason, List<Link> near, Object... values) {
        super(reason.id(), null, false, false);
        this.reason = reason;
        this.near = List.copyOf(near);
        this.values = values.clone();
    }

    Reason reason() {
        return reason;
    }

    List<Link> near() {
        return near;
    }

    /** What fills the texts about it. */
    Object[] told(WebTexts texts) {
        return Arrays.stream(values)
                .map(value -> value instanceof QueryException fault ? fault.describe(texts.locale()) : value)
                .toArray();
    }

    Object[] values() {
        return values.clone();
    }
}
