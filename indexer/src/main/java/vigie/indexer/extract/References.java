package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vigie.indexer.extract.FoundReference.Kind;
import vigie.model.PartialDate;
import vigie.model.id.Siren;

/** Finds references to acts, contracts, notices and laws in raw text. Stateless; time is linear in the text. */
public final class References {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String GAP = "[\\s\\u00A0]{0,3}";
    private static final String HYPHEN = "[\\u00A0 ]?[-\\u2010\\u2011–][\\u00A0 ]?";
    private static final String NUMBER_SIGN =
            GAP + "(?:(?:portant|enregistr[ée]e)[\\s\\u00A0]+(?:le[\\s\\u00A0]+)?)?(?:n[°ºo]|num[ée]ro|r[ée]f\\.?|:(?:"
                    + GAP + "n[°ºo])?)" + GAP + ":?" + GAP;
    private static final String NUMBER =
            "(?<value>[A-Z]{0,6}[\\d][\\w./–-]{0,40}\\w|[A-Z]{1,8}[-_/.][\\w./–-]{0,28}\\d|\\d)";
    private static final Sought STAMP = Sought.of(
            "(?<![\\w-])(?<departement>\\d{3}|02[AB])" + HYPHEN + "(?<siren>\\d{9})" + HYPHEN + "(?<date>\\d{8})"
                    + HYPHEN + "(?<value>[^\\s-][^\\s]{0,40}?)" + HYPHEN + "(?<nature>[A-Z]{2})(?![A-Za-z])");
    private static final String CONTRACT = "(?:march[ée]|accord-cadre|contrat|convention|consultation|lot)";
    /** "Numéro du marché : 23-07" and what buyers are asked for in the forms of notices. */
    private static final String LABEL =
            "\\b(?:(?:n[°ºo]|num(?:[ée]ro)?|r[ée]f(?:[ée]rence)?)[\\s\\u00A0]{1,3}(?:(?:du|de|de[\\s\\u00A0]+la)[\\s\\u00A0]+|de[\\s\\u00A0]+l['’])?"
                    + CONTRACT + "[\\s\\u00A0:]{1,4}(?:n[°ºo]" + GAP + ")?"
                    + "|(?:num[ée]ro[\\s\\u00A0]de[\\s\\u00A0]r[ée]f[ée]rence[^:\\n]{0,100}|contract[\\s\\u00A0]folder[\\s\\u00A0]id)"
                    + GAP + ":" + GAP + ")";

    private static final List<Form> FORMS = List.of(
            new Form(Kind.DELIBERATION, numbered("d[ée]lib[ée]ration")),
            new Form(Kind.DECISION, numbered("d[ée]cision")),
            new Form(Kind.ARRETE, numbered("arr[êe]t[ée]")),
            new Form(Kind.MARCHE, Sought.of(LABEL + NUMBER, FLAGS)),
            new Form(
                    Kind.MARCHE,
                    numbered(CONTRACT + "s?(?:[\\s\\u00A0]+(?:public|subs[ée]quent|sp[ée]cifique|initial))?")),
            new Form(Kind.AVIS, numbered("(?:avis|annonce|BOAMP)")),
            new Form(
                    Kind.CPV,
                    Sought.of(
                            "(?<![\\d.-])(?<value>\\d{8}-\\d)(?![\\d-])|(?:\\bCPV\\b[^\\d\\n]{0,30}|(?<=\\d{8}(?:-\\d)?[,;][ \\u00A0]?))(?<other>\\d{8})(?![\\d])",
                            FLAGS)),
            new Form(
                    Kind.LAW,
                    Sought.of(
                            "\\b(?:loi|ordonnance|d[ée]cret)" + GAP + "(?:organique" + GAP + ")?(?:n[°ºo]" + GAP
                                    + ")?(?<value>(?:19|20)?\\d\\d[-\\u2011–]\\d{1,5})\\b",
                            FLAGS)),
            new Form(
                    Kind.ARTICLE,
                    Sought.of("\\b(?<value>[LRD][.]?[*]?" + GAP + "\\d{3,4}-\\d{1,3}(?:-\\d{1,3})?)(?![\\d-])")));

    /** How numbers of one kind are written. */
    private record Form(Kind kind, Sought pattern) {}

    private References() {}

    private static Sought numbered(String word) {
        return Sought.of("\\b" + word + "s?" + NUMBER_SIGN + NUMBER, FLAGS);
    }

    /** All references in the text, in order. */
    public static List<FoundReference> find(String text) {
        return find(text, 0, text.length());
    }

    /** All references in {@code [from, to)}, in order. */
    public static List<FoundReference> find(String text, int from, int to) {
        return find(text, from, to, EnumSet.allOf(Kind.class));
    }

    /** Those of some kinds. */
    static List<FoundReference> find(String text, int from, int to, Set<Kind> kinds) {
        if (!hasDigit(text, from, to)) {
            return List.of();
        }
        List<FoundReference> found = new ArrayList<>(kinds.contains(Kind.STAMP) ? stamps(text, from, to) : List.of());
        for (Form form : FORMS) {
            Kind kind = form.kind();
            if (!kinds.contains(kind)) {
                continue;
            }
            form.pattern().each(text, from, to, matcher -> {
                String group = matcher.group("value") == null && kind == Kind.CPV ? "other" : "value";
                int end = kind == Kind.CPV || kind == Kind.ARTICLE ? matcher.end(group) : matcher.end();
                int start = kind == Kind.CPV ? matcher.start(group) : matcher.start();
                found.add(new FoundReference(start, end, kind, normal(kind, matcher.group(group)), null));
            });
        }
        found.sort(Comparator.comparingInt(FoundReference::start)
                .thenComparing(FoundReference::end, Comparator.reverseOrder()));
        return withoutRepeats(found);
    }

    /** Every reference has one. */
    private static boolean hasDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** What two forms of one kind read is one reference. */
    private static List<FoundReference> withoutRepeats(List<FoundReference> sorted) {
        Map<Kind, Integer> ends = new EnumMap<>(Kind.class);
        List<FoundReference> kept = new ArrayList<>();
        for (FoundReference one : sorted) {
            if (one.start() >= ends.getOrDefault(one.kind(), 0)) {
                kept.add(one);
                ends.put(one.kind(), one.end());
            }
        }
        return List.copyOf(kept);
    }

    /** The first transmission stamp, which names the publisher beyond doubt. */
    public static Optional<ActStamp> stamp(String text) {
        return stamps(text, 0, text.length()).stream()
                .map(FoundReference::stamp)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static List<FoundReference> stamps(String text, int from, int to) {
        List<FoundReference> found = new ArrayList<>();
        STAMP.each(
                text,
                from,
                to,
                m -> day(m.group("date")).ifPresent(day -> {
                    String siren = m.group("siren");
                    ActStamp stamp = new ActStamp(
                            departement(m.group("departement")),
                            Siren.isValid(siren) ? new Siren(siren) : null,
                            day,
                            m.group("value"),
                            m.group("nature"));
                    found.add(new FoundReference(
                            m.start(), m.end(), Kind.STAMP, m.group().replaceAll("[\\s\\u00A0]", ""), stamp));
                }));
        return found;
    }

    private static Optional<PartialDate> day(String digits) {
        String iso = digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
        try {
            return Optional.of(PartialDate.parse(iso)).filter(date -> date.year() >= 2000 && date.year() <= 2100);
        } catch (IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Two digits where the stamp pads with a zero. */
    private static String departement(String padded) {
        return padded.startsWith("0") ? padded.substring(1) : padded;
    }

    private static String normal(Kind kind, String value) {
        String joined = value.replaceAll("[\\s\\u00A0]", "").replaceAll("[\\u2010\\u2011–]", "-");
        return switch (kind) {
            case ARTICLE -> joined.toUpperCase(Locale.ROOT).replace(".", "").replace("*", "");
            case CPV -> joined.substring(0, 8);
            default -> joined;
        };
    }
}
