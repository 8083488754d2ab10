package vigie.crawler.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Lot;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;
import vigie.model.Capture;
import vigie.model.Commune;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.config.Communes;
import vigie.model.id.Siren;

/** Makes the document of a notice: lines of label and value in French, so that it is read like any other document. */
final class NoticeDocument {

    private static final Pattern COMMUNE = Pattern.compile(
            "(?iu)^(?:commune|ville|mairie)\\s+(?:de\\s+la\\s+|de\\s+l['’]|de\\s+|d['’]|du\\s+|des\\s+)(.+?)(?:\\s*\\(\\d+\\w*\\))?$");

    private static final Pattern FIELD = Pattern.compile("\\{([a-z-]+)\\}");

    private final Communes communes;

    NoticeDocument(Communes communes) {
        this.communes = communes;
    }

    /** @param url of the feed, the same for all its records */
    SourceDocument of(Notice notice, Source source, Capture capture, String url) {
        return new SourceDocument(
                SourceDocument.idOf(url, notice.number()),
                source.id(),
                capture,
                notice.number(),
                notice.kind(),
                notice.label() + " " + notice.number() + " : "
                        + PlainText.of(notice.title()).orElse("sans objet"),
                date(notice),
                notice.buyers().isEmpty()
                        ? Publisher.unknown()
                        : publisher(notice.buyers().get(0)),
                TextOutcome.TEXT,
                null,
                text(notice),
                List.of(),
                List.of(),
                metadata(notice, source));
    }

    /** When it was published, else when the first contract was awarded: some lists tell that alone. */
    private static @Nullable PartialDate date(Notice notice) {
        return notice.published() != null
                ? notice.published()
                : notice.awards().stream()
                        .map(Award::date)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * By the keys that all procurement feeds share, several values separated by commas: {@code buyer-siret} (or SIREN),
     * {@code contract-number}, {@code earlier-notice}, {@code cpv}; the feed's reader adds {@code procedure-id}, {@code
     * notice-type}, {@code deadline}, {@code url} and what else it has, and has the last word.
     */
    private static Map<String, String> metadata(Notice notice, Source source) {
        Map<String, Stream<String>> shared = Map.of(
                "buyer-siret",
                notice.buyers().stream()
                        .flatMap(buyer -> Stream.ofNullable(buyer.number()))
                        .map(NoticeDocument::digits),
                "contract-number",
                notice.awards().stream().flatMap(award -> Stream.ofNullable(award.contract())),
                "earlier-notice",
                notice.earlier().stream(),
                "cpv",
                Stream.concat(notice.cpv().stream(), notice.lots().stream().flatMap(lot -> lot.cpv().stream())));
        Map<String, String> metadata = new TreeMap<>();
        shared.forEach((key, values) -> {
            String all = values.filter(value -> !value.isBlank()).distinct().collect(Collectors.joining(","));
            if (!all.isEmpty()) {
                metadata.put(key, all);
            }
        });
        metadata.putAll(notice.metadata());
        if (!metadata.containsKey(SourceDocument.PAGE)) {
            page(source.options().getOrDefault("page", ""), metadata)
                    .ifPresent(page -> metadata.put(SourceDocument.PAGE, page));
        }
        return metadata;
    }

    /**
     * Where a record can be read that does not tell: the seed's option {@code page} is an address in which {@code {field}} stands
     * for what the metadata have under that name. Nothing where one of the fields is missing.
     */
    private static Optional<String> page(String template, Map<String, String> metadata) {
        Matcher field = FIELD.matcher(template);
        StringBuilder page = new StringBuilder();
        while (field.find()) {
            String value = metadata.get(field.group(1));
            if (value == null) {
                return Optional.empty();
            }
            field.appendReplacement(page, Matcher.quoteReplacement(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        field.appendTail(page);
        return Optional.of(page.toString()).filter(address -> !address.isEmpty());
    }

    private static String text(Notice notice) {
        Lines lines = new Lines();
        lines.add(notice.label(), notice.number());
        lines.add("Nature", notice.nature());
        notice.buyers().forEach(buyer -> lines.add("Acheteur", party(buyer)));
        lines.add("Objet", notice.title());
        lines.add("Description", notice.description());
        lines.add("Valeur estimée", sum(notice.estimate()));
        lines.add(
                "Date de parution",
                notice.published() == null ? null : notice.published().toString());
        lines.add("CPV", String.join(", ", notice.cpv()));
        notice.earlier().forEach(number -> lines.add("Annonce antérieure", number));
        notice.lots().forEach(lot -> lot(lot, lines));
        notice.awards().forEach(award -> award(award, notice.lots(), lines));
        notice.more().forEach(line -> lines.add(line.label(), line.value()));
        return lines.text();
    }

    private static void lot(Lot lot, Lines lines) {
        lines.add("Lot n° " + lot.number(), lot.title() == null ? "sans intitulé" : lot.title());
        lines.add("Description du lot " + lot.number(), lot.description());
        lines.add("Valeur estimée du lot " + lot.number(), sum(lot.estimate()));
        lines.add("CPV du lot " + lot.number(), String.join(", ", lot.cpv()));
    }

    private static void award(Award award, List<Lot> lots, Lines lines) {
        lines.add("Attribution du lot", award.lot() == null ? null : named(award.lot(), lots));
        lines.add("Marché n°", award.contract());
        award.holders().forEach(holder -> lines.add("Titulaire", party(holder)));
        lines.add("Résultat", award.without());
        lines.add("Montant", sum(award.amount()));
        lines.add("Durée", award.duration());
        lines.add(
                "Date d'attribution", award.date() == null ? null : award.date().toString());
    }

    private static String named(String number, List<Lot> lots) {
        return lots.stream()
                .filter(lot -> lot.number().equals(number) && lot.title() != null)
                .findFirst()
                .map(lot -> number + " (" + lot.title() + ")")
                .orElse(number);
    }

    private static String party(Party party) {
        String name = party.name() == null ? "" : party.name();
        String number = party.number() == null ? "" : numbered(party.number());
        String both = name.isEmpty() || number.isEmpty() ? name + number : name + " (" + number + ")";
        return party.city() == null
                        || name.toLowerCase(Locale.ROOT).contains(party.city().toLowerCase(Locale.ROOT))
                ? both
                : both + ", " + party.city();
    }

    private static String numbered(String number) {
        return switch (digits(number).length()) {
            case 9 -> "SIREN " + number;
            case 14 -> "SIRET " + number;
            default -> "n° " + number;
        };
    }

    /** The digits of a French number as written, with or without spaces; nothing for another country's. */
    private static String digits(String number) {
        String bare = number.replaceAll("[\\s\u00a0]", "");
        return bare.matches("\\d{9}|\\d{14}") ? bare : "";
    }

    private static @Nullable String sum(@Nullable Sum sum) {
        return sum == null ? null : sum.text();
    }

    /** Who buys: by number where the register knows it, else by name if exactly one commune is called so. */
    Publisher publisher(Party buyer) {
        Siren siren = siren(buyer.number()).orElse(null);
        Commune commune = siren == null ? null : communes.bySiren(siren).orElse(null);
        String name = Optional.ofNullable(buyer.name()).flatMap(PlainText::of).orElse(null);
        if (commune == null && name != null) {
            commune = byName(name, buyer.departement()).orElse(null);
        }
        if (name == null && commune != null) {
            name = commune.name();
        }
        return new Publisher(name, commune == null ? null : commune.code(), siren, buyer.departement());
    }

    private Optional<Commune> byName(String name, @Nullable String departement) {
        Matcher commune = COMMUNE.matcher(name.strip());
        if (!commune.matches()) {
            return Optional.empty();
        }
        List<Commune> found = communes.byName(commune.group(1)).stream()
                .flatMap(same -> communes.currentOf(same.code()).stream())
                .filter(same -> departement == null || same.departement().equals(departement))
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Optional<Siren> siren(@Nullable String number) {
        String all = number == null ? "" : number.replaceAll("\\s", "");
        // A mistyped number of the establishment still tells the body.
        String digits = all.length() == 14 ? all.substring(0, 9) : all;
        return Siren.isValid(digits) ? Optional.of(new Siren(digits)) : Optional.empty();
    }

    /** Labelled lines without repeats; what says nothing is left out. */
    private static final class Lines {

        private final Set<String> lines = new LinkedHashSet<>();

        void add(String label, @Nullable String value) {
            if (value != null) {
                PlainText.of(value).ifPresent(text -> lines.add(label + " : " + text));
            }
        }

        String text() {
            return lines.stream().collect(Collectors.joining("\n")) + "\n";
        }
    }
}
