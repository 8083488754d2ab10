package vigie.crawler.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.PartialDate;

/**
 * Reads one record of essential data in the shape of the national schema, strictly: what is not understood is a remark. Each
 * part is to be asked for once. Not thread-safe.
 */
final class DecpRecord {

    /** Fields that the schema wants to be 1 at least; no number may be below zero. */
    private static final Set<String> FROM_ONE = Set.of("montant", "valeurGlobale", "dureeMois");

    private final Element record;
    private final DecpValues values;
    private final Function<Party, Party> named;
    private final Strict strict;
    private final List<Remark> remarks = new ArrayList<>();

    /** @param named gives a party its name where the record has the number alone */
    DecpRecord(Element record, DecpValues values, Function<Party, Party> named) {
        this.record = record;
        this.values = values;
        this.named = named;
        this.strict = new Strict(record);
    }

    /** What could not be understood so far, and the fields that nobody asked for. */
    List<Remark> remarks() {
        List<Remark> all = new ArrayList<>(remarks);
        strict.leftOver().forEach(path -> all.add(new Remark("field-left-over", "field " + path + " is not read")));
        return all;
    }

    Optional<String> text(String path) {
        return strict.text(record, path);
    }

    Optional<PartialDate> day(String... names) {
        return day(record, names);
    }

    /** The value of one of the allowed values' fields. */
    Optional<String> value(String field) {
        return values(record, field).stream().findFirst();
    }

    /** Eight digits. */
    List<String> cpv() {
        List<String> codes = new ArrayList<>();
        for (String code : strict.texts(record, "codeCPV")) {
            if (code.matches("\\d{8}(-\\d)?")) {
                codes.add(code.substring(0, 8));
            } else {
                unknown("codeCPV", code);
            }
        }
        return codes;
    }

    Optional<Party> buyer() {
        return Stream.of("acheteur", "autoriteConcedante")
                .flatMap(name -> record.all(name).stream())
                .map(this::buyer)
                .findFirst();
    }

    /** The award as it was made at first; its holders as the record has them. */
    Award award(String number) {
        return new Award(
                null,
                number,
                parties(record, "titulaires", "concessionnaires"),
                sum(record, "montant", "valeurGlobale").orElse(null),
                day(record, "dateNotification", "dateSignature").orElse(null),
                duration(record).orElse(null),
                null);
    }

    /** What else it says. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (DecpValues.Field field : values.fields()) {
            if (field.form() == null) {
                strict.leave(record, field.name());
            } else {
                said(field.name(), field.form()).forEach(said -> lines.add(new Line(field.label(), said)));
            }
        }
        place().ifPresent(place -> lines.add(new Line("Lieu d'exécution", place)));
        for (Element year : objects("donneesExecution")) {
            lines.add(line(
                    "Données d'exécution",
                    Stream.of(
                            day(year, "datePublicationDonneesExecution").map(day -> "publiées le " + day),
                            sum(year, "depensesInvestissement").map(sum -> "dépenses d'investissement " + sum.text()),
                            tariffs(year))));
        }
        return lines;
    }

    /** Its modifications and subcontracts. */
    List<Line> changes() {
        List<Line> lines = new ArrayList<>();
        for (Element change : objects("modifications")) {
            lines.add(line(
                    "Modification n° " + ordinal(change, lines.size() + 1),
                    Stream.of(
                            strict.text(change, "objetModification"),
                            sum(change, "montant", "valeurGlobale").map(sum -> "montant " + sum.text()),
                            duration(change).map(duration -> "durée " + duration),
                            day(change, "dateNotificationModification", "dateSignatureModification")
                                    .map(day -> "notifiée le " + day),
                            day(change, "datePublicationDonneesModification").map(day -> "publiée le " + day),
                            holders(change))));
        }
        for (Element act : objects("actesSousTraitance")) {
            lines.add(line(
                    "Sous-traitance n° " + ordinal(act, 1),
                    Stream.of(
                            parties(act, "sousTraitant").stream()
                                    .findFirst()
                                    .map(party -> "sous-traitant " + words(party)),
                            sum(act, "montant").map(sum -> "montant " + sum.text()),
                            duration(act).map(duration -> "durée " + duration),
                            day(act, "dateNotification").map(day -> "notifiée le " + day),
                            day(act, "datePublicationDonnees").map(day -> "publiée le " + day),
                            values(act, "variationPrix").stream().findFirst().map(price -> "prix " + price))));
        }
        for (Element change : objects("modificationsActesSousTraitance")) {
            lines.add(line(
                    "Modification de la sous-traitance n° " + ordinal(change, 1),
                    Stream.of(
                            sum(change, "montant").map(sum -> "montant " + sum.text()),
                            duration(change).map(duration -> "durée " + duration),
                            day(change, "dateNotificationModificationSousTraitance")
                                    .map(day -> "notifiée le " + day),
                            day(change, "datePublicationDonnees").map(day -> "publiée le " + day))));
        }
        return lines;
    }

    private List<String> said(String field, DecpValues.Form form) {
        return switch (form) {
            case TEXT -> strict.texts(record, field);
            case LIST -> {
                List<String> found = values(record, field).stream()
                        .filter(value -> !value.startsWith("Pas de ") && !value.equals("Sans objet"))
                        .toList();
                yield found.isEmpty() ? found : List.of(String.join(", ", found));
            }
            case FLAG -> flag(field).stream().toList();
            case DAY -> day(record, field).map(PartialDate::toString).stream().toList();
            case EURO -> sum(record, field).map(Sum::text).stream().toList();
        };
    }

    /** The leaves of a list of allowed values, however it is wrapped; flat records join them by commas. */
    private List<String> values(Element in, String field) {
        List<String> found = new ArrayList<>();
        for (Element leaf : in.all(field).stream().flatMap(DecpRecord::leaves).toList()) {
            strict.leave(leaf);
            List<String> parts =
                    Arrays.stream(leaf.text().split("\\s*[,;|]\\s*", -1)).toList();
            if (values.allows(field, leaf.text())) {
                found.add(leaf.text());
            } else {
                parts.stream().filter(part -> !values.allows(field, part)).forEach(part -> unknown(field, part));
                found.addAll(parts);
            }
        }
        return found;
    }

    private Optional<String> flag(String field) {
        return strict.text(record, field).flatMap(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0", "oui" -> Optional.of("oui");
            case "false", "0", "0.0", "non" -> Optional.of("non");
            default -> {
                unknown(field, text);
                yield Optional.empty();
            }
        });
    }

    private Optional<String> place() {
        Optional<String> code = strict.text(record, "lieuExecution/code");
        Optional<String> name = strict.text(record, "lieuExecution/nom");
        List<String> kinds = record.all("lieuExecution").stream()
                .flatMap(place -> values(place, "typeCode").stream())
                .toList();
        List<String> words = Stream.concat(code.stream(), name.filter(text -> !kinds.contains(text)).stream())
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" ", words) + (kinds.isEmpty() ? "" : " (" + kinds.get(0) + ")"));
    }

    private Optional<String> tariffs(Element year) {
        List<String> tariffs = new ArrayList<>();
        for (Element tariff :
                year.all("tarifs").stream().flatMap(DecpRecord::objects).toList()) {
            String name = strict.text(tariff, "intituleTarif").orElse("tarif");
            tariffs.add(name + " " + sum(tariff, "tarif").map(Sum::text).orElse(""));
        }
        return tariffs.isEmpty() ? Optional.empty() : Optional.of("tarifs " + String.join(", ", tariffs));
    }

    private Optional<String> holders(Element change) {
        List<String> holders =
                parties(change, "titulaires").stream().map(DecpRecord::words).toList();
        return holders.isEmpty() ? Optional.empty() : Optional.of("titulaire " + String.join(", ", holders));
    }

    private List<Party> parties(Element in, String... lists) {
        return Arrays.stream(lists)
                .flatMap(list -> in.all(list).stream())
                .flatMap(DecpRecord::objects)
                .map(this::party)
                .distinct()
                .toList();
    }

    /** Of buyers the schema wants a SIRET, of holders any number. */
    private Party buyer(Element buyer) {
        strict.text(buyer, "id").filter(id -> !id.matches("\\d{14}")).ifPresent(id -> unknown("acheteur/id", id));
        return party(buyer);
    }

    private Party party(Element party) {
        String number = strict.text(party, "id")
                .map(id -> id.replaceAll("[\\s\\u00a0]", ""))
                .orElse(null);
        String kind = values(party, "typeIdentifiant").stream().findFirst().orElse("SIRET");
        String name = strict.text(party, "denominationSociale")
                .or(() -> strict.text(party, "nom"))
                .orElse(null);
        strict.leave(party, "place");
        Optional<String> city = strict.text(party, "commune");
        Optional<String> departement = strict.text(party, "departement");
        if (kind.equals("SIRET") || kind.equals("SIREN") || number == null) {
            return named.apply(new Party(name, number, city.orElse(null), departement.orElse(null)));
        }
        String other = kind + " " + number;
        return new Party(name == null ? other : name + " (" + other + ")", null, city.orElse(null), null);
    }

    private static String words(Party party) {
        String number = party.number() == null ? "" : "SIRET " + party.number();
        return party.name() == null ? number : party.name() + (number.isEmpty() ? "" : " (" + number + ")");
    }

    private String ordinal(Element in, int otherwise) {
        return strict.text(in, "id").orElse(Integer.toString(otherwise));
    }

    private Optional<Sum> sum(Element in, String... names) {
        return number(in, names).map(value -> new Sum(value, "EUR", "HT"));
    }

    private Optional<String> duration(Element in) {
        return number(in, "dureeMois").map(months -> months.stripTrailingZeros().toPlainString() + " mois");
    }

    private Optional<BigDecimal> number(Element in, String... names) {
        for (String name : names) {
            String text = strict.text(in, name).orElse(null);
            if (text != null) {
                String plain = text.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.');
                if (plain.matches("-?\\d{1,15}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?")) {
                    BigDecimal value = new BigDecimal(plain);
                    if (value.compareTo(FROM_ONE.contains(name) ? BigDecimal.ONE : BigDecimal.ZERO) >= 0) {
                        return Optional.of(value);
                    }
                }
                unknown(name, text);
            }
        }
        return Optional.empty();
    }

    /** Days come with time zones and hours that say nothing. */
    private Optional<PartialDate> day(Element in, String... names) {
        for (String name : names) {
            String text = strict.text(in, name).orElse(null);
            if (text != null) {
                try {
                    PartialDate day = PartialDate.parse(text.replaceFirst("(?<=^\\d{4}-\\d{2}-\\d{2})[+TZ ].*", ""));
                    if (day.year() >= 1990 && day.year() < 2100) {
                        return Optional.of(day);
                    }
                    unknown(name, text);
                } catch (IllegalArgumentException e) {
                    unknown(name, text);
                }
            }
        }
        return Optional.empty();
    }

    private void unknown(String field, String value) {
        String start = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        remarks.add(new Remark("unknown-value", field + ": '" + start + "' is no value of the schema"));
    }

    private List<Element> objects(String list) {
        return record.all(list).stream().flatMap(DecpRecord::objects).toList();
    }

    /** The objects of a list, however it is wrapped: {@code [{…}]}, {@code [{"titulaire": {…}}]}, {@code [[…]]}, XML. */
    private static Stream<Element> objects(Element list) {
        boolean isObject =
                list.children().stream().anyMatch(child -> child.children().isEmpty());
        return isObject ? Stream.of(list) : list.children().stream().flatMap(DecpRecord::objects);
    }

    private static Stream<Element> leaves(Element element) {
        return element.children().isEmpty()
                ? Stream.of(element).filter(leaf -> !leaf.text().isBlank())
                : element.children().stream().flatMap(DecpRecord::leaves);
    }

    private static Line line(String label, Stream<Optional<String>> parts) {
        return new Line(label, parts.flatMap(Optional::stream).collect(Collectors.joining(", ")));
    }

    /** The number under which the buyer keeps the contract. */
    String number() {
        return text("id").orElseThrow(() -> new IllegalArgumentException("a record without id"));
    }

    /** What is bought: flat lists without an object tell at least its kind. */
    String title(List<String> cpv, @Nullable String kind) {
        return text("objet").orElseGet(() -> {
            if (cpv.isEmpty() && kind == null) {
                throw new IllegalArgumentException("a record without objet");
            }
            return (kind == null ? "Marché" : kind) + (cpv.isEmpty() ? "" : " (CPV " + cpv.get(0) + ")");
        });
    }
}
