package vigie.crawler.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stamp that the prefecture's transmission system lays over every page of an act, scans included. It is text, but
 * not the act's.
 */
final class ActStamp {

    private static final Pattern LINE = Pattern.compile(
            "(?imu)^.*(?:envoyé en préfecture|reçu en préfecture|(?:affiché|publié) le\\s*[\\d/]*\\s*$|accusé de réception"
                    + "|date de (?:télétransmission|réception)|acte certifié exécutoire|réception par le préfet|télétransmi"
                    + "|\\bID\\s*:\\s*\\d|\\d{3}-\\d{9}-\\d{8}-).*$"
                    + "|^\\W*(?:page\\s*)?\\d+\\s*(?:/|sur)\\s*\\d+\\W*$");
    private static final Pattern ID = Pattern.compile(
            "\\b(0?\\d[\\dAB]{1,2}-\\d{9}-(?:19|20)\\d{6}-[\\w.-]{1,60}-(?:DE|AR|AI|CC|AU|BF|CO|PV))\\b");

    private ActStamp() {}

    /** {@code page} without stamp lines and page numbers. */
    static String strip(String page) {
        return LINE.matcher(page).replaceAll("");
    }

    /** Département, SIREN, date, number and kind of the act, as in {@code 034-213401722-20140522-0000072072-DE}. */
    static Optional<String> id(String text) {
        Matcher m = ID.matcher(text);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }
}
