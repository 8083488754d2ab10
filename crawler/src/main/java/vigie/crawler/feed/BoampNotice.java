package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.BoampNatures.Nature;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.SourceDocument;

/**
 * Reads a record of BOAMP: what stands around the form ({@code idweb}, {@code nature}, {@code gestion}), and the form.
 * Immutable.
 */
final class BoampNotice {

    static final String LABEL = "Avis BOAMP n°";

    /** Where a notice can be read whose record does not tell. */
    private static final String PAGE = "https://www.boamp.fr/pages/avis/?q=idweb:";

    private final BoampFields fields;
    private final BoampNatures natures;
    private final BoampForms forms;

    BoampNotice(BoampFields fields, BoampNatures natures, BoampForms forms) {
        this.fields = fields;
        this.natures = natures;
        this.forms = forms;
    }

    /** @param remarks values that are not understood, fields that nobody reads */
    record Read(Notice notice, List<Remark> remarks) {}

    /**
     * The notice that a record holds.
     *
     * @param record with the names that {@link BoampRecords} gives
     * @throws IllegalArgumentException if the record lacks what every notice has
     */
    Read read(String number, Element record) {
        Set<Remark> remarks = new LinkedHashSet<>();
        Strict strict = new Strict(record);
        Notice notice = new One(number, record, strict, remarks).notice();
        strict.leftOver().forEach(path -> remarks.add(new Remark("field-left-over", "nobody reads " + path)));
        return new Read(notice, List.copyOf(remarks));
    }

    /** What is done for one record. */
    private final class One {

        private final String number;
        private final Element record;
        private final Strict strict;
        private final Set<Remark> remarks;

        One(String number, Element record, Strict strict, Set<Remark> remarks) {
            this.number = number;
            this.record = record;
            this.strict = strict;
            this.remarks = remarks;
        }

        Notice notice() {
            strict.leave(record, "idweb");
            BoampContent content = forms.read(number, record, strict, remarks);
            String summary = first("objet", "gestion/indexation/resumeobjet");
            String title = title(content, summary);
            String description = title.equalsIgnoreCase(content.description()) ? null : content.description();
            String deadline = Optional.ofNullable(first("datelimitereponse", "gestion/indexation/datelimitereponse"))
                    .orElse(content.deadline());
            List<Award> awards = awards(content.awards());
            String code = nature(awards);
            Nature nature = natures.of(plain(code)).orElseGet(() -> unknown(code));
            List<Party> buyers = buyers(content.buyers());
            List<String> linked = linked(content.earlier());
            List<String> earlier = linked.stream()
                    .filter(other -> BoampValues.isBefore(other, number))
                    .toList();
            List<Line> more = new ArrayList<>();
            if (deadline != null) {
                more.add(new Line("Date limite de remise des offres", BoampValues.moment(deadline)));
            }
            strict.text(record, "etat")
                    .or(() -> choice("gestion/reference/typeavis/statut"))
                    .map(BoampNotice::plain)
                    .filter(status -> !status.equals("initial"))
                    .ifPresent(status -> more.add(new Line("État", fields.word(status))));
            linked.stream()
                    .filter(other -> !earlier.contains(other))
                    .forEach(later -> more.add(new Line("Annonce liée", later)));
            if (content.contract() != null) {
                more.add(new Line("Référence", content.contract()));
            }
            more.addAll(content.more());
            if (summary != null && !contains(title, summary) && !contains(description, summary)) {
                more.add(new Line("Résumé", summary));
            }
            Map<String, String> metadata = metadata(content, awards, deadline, plain(code));
            PartialDate published = published();
            String words = strict.text(record, "naturelibelle").orElse(nature.words());
            more.addAll(choices());
            more.addAll(fields.take(strict));
            return new Notice(
                    LABEL,
                    number,
                    nature.kind(),
                    words,
                    published,
                    buyers,
                    title,
                    description,
                    content.estimate(),
                    content.cpv().stream().distinct().toList(),
                    content.lots(),
                    awards,
                    earlier,
                    more,
                    metadata);
        }

        /** The form's own; the record's is cut after 200 characters. */
        private String title(BoampContent content, @Nullable String summary) {
            return Stream.of(content.title(), summary, content.description())
                    .flatMap(Stream::ofNullable)
                    .filter(text -> PlainText.of(text).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a notice without objet"));
        }

        /** The record's; else what the form is called, or whether it names who won; else a call. */
        private String nature(List<Award> awards) {
            return Stream.of(
                            strict.text(record, "nature"),
                            choice("gestion/reference/typeavis/nature"),
                            BoampForms.nature(record),
                            awards.isEmpty() ? Optional.<String>empty() : Optional.of("ATTRIBUTION"))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse("APPEL_OFFRE");
        }

        private Nature unknown(String code) {
            remarks.add(new Remark("unknown-value", "'" + code + "' is no nature of notice that we know"));
            return new Nature(DocumentKind.AUTRE, code);
        }

        private @Nullable PartialDate published() {
            String day = first("dateparution", "gestion/indexation/datepublication");
            if (day == null) {
                return null;
            }
            Optional<PartialDate> published = BoampValues.day(day);
            if (published.isEmpty()) {
                remarks.add(new Remark("unknown-value", "'" + day + "' is no day of publication"));
            }
            return published.orElse(null);
        }

        /** Those of the form; what it does not say of the only one is in the record. */
        private List<Party> buyers(List<Party> form) {
            String name = first("nomacheteur", "gestion/indexation/nomorganisme");
            List<String> departements = Stream.of("codedepartement", "gestion/indexation/deppublication")
                    .flatMap(path -> strict.texts(record, path).stream())
                    .map(code -> code.length() == 1 ? "0" + code : code)
                    .distinct()
                    .toList();
            if (form.size() > 1) {
                return form;
            }
            Party known = form.isEmpty() ? new Party(null, null, null, null) : form.get(0);
            Party buyer = new Party(
                    known.name() == null ? name : known.name(),
                    known.number(),
                    known.city(),
                    departements.size() == 1 ? departements.get(0) : known.departement());
            return buyer.name() == null && buyer.number() == null ? List.of() : List.of(buyer);
        }

        /** Those of the form, and holders whom the record alone names; eForms refers to each. */
        private List<Award> awards(List<Award> form) {
            List<Award> awards = new ArrayList<>(form);
            if (BoampForms.isEforms(record)
                    && form.stream().anyMatch(award -> !award.holders().isEmpty())) {
                strict.leave(record, "titulaire");
                return form;
            }
            String named = form.stream()
                    .flatMap(award -> award.holders().stream())
                    .map(holder -> plain(String.valueOf(holder.name())))
                    .collect(Collectors.joining("\n"));
            List<Party> others = strict.texts(record, "titulaire").stream()
                    .filter(holder -> !named.contains(plain(holder)))
                    .map(holder -> new Party(holder, null, null, null))
                    .toList();
            if (!others.isEmpty() && form.size() == 1 && form.get(0).holders().isEmpty()) {
                Award only = form.get(0);
                return List.of(new Award(
                        only.lot(),
                        only.contract(),
                        others,
                        only.amount(),
                        only.date(),
                        only.duration(),
                        only.without()));
            }
            if (!others.isEmpty()) {
                awards.add(new Award(null, null, others, null, null, null, null));
            }
            return awards;
        }

        /** Numbers of the notices that this one refers to, or that refer to it. */
        private List<String> linked(List<String> form) {
            Stream<String> record = Stream.of(
                            "annoncelie",
                            "annoncesanterieures",
                            "gestion/marche/annonceanterieur/reference/idweb",
                            "gestion/marche/annonceanterieure/reference/idweb")
                    .flatMap(path -> this.record.at(path).stream())
                    .flatMap(this::numbers);
            return Stream.concat(form.stream(), record)
                    .distinct()
                    .filter(other -> !other.equals(number))
                    .toList();
        }

        /** Whole values only: the end of the date 2014-10-15 looks like the number of a notice. */
        private Stream<String> numbers(Element element) {
            if (element.children().isEmpty()) {
                if (!BoampValues.isIdweb(element.text())) {
                    return Stream.empty();
                }
                strict.leave(element);
                return Stream.of(element.text());
            }
            return element.children().stream().flatMap(this::numbers);
        }

        private Map<String, String> metadata(
                BoampContent content, List<Award> awards, @Nullable String deadline, String nature) {
            Map<String, String> metadata = new TreeMap<>(content.metadata());
            metadata.put("notice-type", nature);
            metadata.put(
                    SourceDocument.PAGE,
                    Optional.ofNullable(first("urlavis"))
                            .filter(url -> url.startsWith("http"))
                            .orElse(PAGE + number));
            Optional.ofNullable(first("contractfolderid")).ifPresent(id -> metadata.put("procedure-id", id));
            strict.text(record, "famille").ifPresent(family -> metadata.put("family", family));
            if (deadline != null) {
                metadata.put("deadline", deadline);
            }
            String contracts = Stream.concat(awards.stream().map(Award::contract), Stream.of(content.contract()))
                    .flatMap(Stream::ofNullable)
                    .distinct()
                    .collect(Collectors.joining(","));
            if (!contracts.isEmpty()) {
                metadata.put("contract-number", contracts);
            }
            return metadata;
        }

        /** What the form says by the name of an empty element, where the record does not say it in words. */
        private List<Line> choices() {
            List<Line> lines = new ArrayList<>();
            if (record.all("procedurelibelle").isEmpty()) {
                choice("donnees/procedure/typeprocedure")
                        .or(() -> choice("donnees/objet/procedure/typeprocedure"))
                        .ifPresent(procedure -> lines.add(new Line("Procédure", fields.word(procedure))));
            }
            if (record.all("typemarchefacette").isEmpty()) {
                choice("donnees/objet/typemarche")
                        .ifPresent(type -> lines.add(new Line("Type de marché", fields.word(type))));
            }
            return lines;
        }

        private Optional<String> choice(String path) {
            return record.at(path).stream()
                    .flatMap(element -> element.children().stream())
                    .map(Element::name)
                    .findFirst();
        }

        /** The first of the fields that holds something; the others say the same. */
        private @Nullable String first(String... paths) {
            return Stream.of(paths)
                    .flatMap(path -> strict.texts(record, path).stream())
                    .findFirst()
                    .orElse(null);
        }
    }

    private static boolean contains(@Nullable String text, String part) {
        return text != null && plain(text).contains(plain(part));
    }

    private static String plain(String text) {
        return BoampRecords.plain(text);
    }
}
