package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Lot;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;
import vigie.model.PartialDate;

/**
 * The form of BOAMP's notices from 2005 to 2023, {@code IDENTITE}, {@code OBJET}, {@code ATTRIBUTION}: DILA's schema
 * Boamp_v230 in XML, and the same turned into JSON.
 */
final class BoampLegacy {

    private final Strict record;
    private final Element form;

    private BoampLegacy(Strict record, Element form) {
        this.record = record;
        this.form = form;
    }

    /** @param form with the names that {@link BoampRecords} gives */
    static BoampContent read(Strict record, Element form) {
        return new BoampLegacy(record, form).content();
    }

    private BoampContent content() {
        Sum estimate = Stream.of("valeurtotale", "valeur")
                .flatMap(field -> sums(form, "objet/caracteristiques/" + field))
                .findFirst()
                .orElse(null);
        List<Award> awards = new ArrayList<>(form.all("modif").stream()
                .map(modification -> award(
                        modification, modification.all("titulaire"), modification, List.of("valeurapr", "valeur")))
                .toList());
        form.all("attribution").forEach(attribution -> awards.addAll(awards(attribution)));
        return new BoampContent(
                record.text(form, "objet/titremarche").orElse(null),
                record.text(form, "objet/objetcomplet").orElse(null),
                buyers(),
                estimate,
                Stream.of("objet/cpv", "modif/cpv")
                        .flatMap(path -> form.at(path).stream().flatMap(this::cpv))
                        .toList(),
                lots(),
                awards,
                Stream.of("rectif", "annulation")
                        .flatMap(part -> Stream.of("annonceanterieur", "annonceanterieure", "annulinfoannonceanterieur")
                                .flatMap(earlier ->
                                        record.texts(form, part + "/" + earlier + "/reference/idweb").stream()))
                        .toList(),
                record.text(form, "conditiondelai/receptoffres").orElse(null),
                record.text(form, "objet/refmarche")
                        .or(() -> record.text(form, "conditionadministrative/referencemarche"))
                        .orElse(null),
                List.of(),
                Map.of());
    }

    private List<Party> buyers() {
        String name = record.text(form, "identite/denomination").orElse(null);
        String number = BoampValues.first(
                record.text(form, "identite/codeidentnational"),
                record.text(form, "organisme/acheteur/identification/siret"),
                record.text(form, "organisme/acheteur/identification/siren"));
        String city = record.text(form, "identite/ville").orElse(null);
        return name == null && number == null ? List.of() : List.of(new Party(name, number, city, departement()));
    }

    private @Nullable String departement() {
        return record.text(form, "identite/cp").map(BoampValues::departement).orElse(null);
    }

    private Stream<String> cpv(Element codes) {
        return Stream.of("principal", "supplementaire")
                .flatMap(field -> record.texts(codes, field).stream())
                .flatMap(BoampValues::cpv);
    }

    private List<Lot> lots() {
        List<Element> elements = Stream.of("objet/lots/lot", "objet/lot")
                .flatMap(path -> form.at(path).stream())
                .toList();
        List<Lot> lots = new ArrayList<>();
        for (Element lot : elements) {
            lots.add(new Lot(
                    record.text(lot, "num").orElse(String.valueOf(lots.size() + 1)),
                    record.text(lot, "intitule").orElse(null),
                    record.text(lot, "description").orElse(null),
                    sums(lot, "valeur").findFirst().orElse(null),
                    lot.all("cpv").stream().flatMap(this::cpv).toList()));
        }
        return lots;
    }

    private List<Award> awards(Element attribution) {
        List<Award> awards = new ArrayList<>();
        for (Element decision : attribution.all("decision")) {
            awards.addAll(decision(decision));
        }
        Optional<PartialDate> date = record.text(attribution, "datedecision").flatMap(BoampValues::day);
        Sum total = awards.size() == 1 && awards.get(0).amount() == null
                ? sums(attribution, "valeurtotale").findFirst().orElse(null)
                : null;
        String without = without(attribution, "totalementinfructueux");
        if (awards.isEmpty() && (without != null || date.isPresent())) {
            awards.add(new Award(null, null, List.of(), null, null, null, without));
        }
        return awards.stream()
                .map(award -> new Award(
                        award.lot(),
                        award.contract(),
                        award.holders(),
                        award.amount() == null ? total : award.amount(),
                        award.date() == null ? date.orElse(null) : award.date(),
                        award.duration(),
                        award.without()))
                .toList();
    }

    /** A decision holds one holder, several together, or pairs of a holder and what concerns it. */
    private List<Award> decision(Element decision) {
        List<Element> holders = decision.all("titulaire");
        List<Element> facts = decision.all("renseignement");
        List<String> amounts = List.of("montant", "valeurtotale");
        if (facts.size() > 1 && facts.size() == holders.size()) {
            List<Award> awards = new ArrayList<>();
            for (int i = 0; i < facts.size(); i++) {
                awards.add(award(decision, List.of(holders.get(i)), facts.get(i), amounts));
            }
            return awards;
        }
        return List.of(award(decision, holders, facts.isEmpty() ? decision : facts.get(0), amounts));
    }

    private Award award(Element decision, List<Element> holders, Element facts, List<String> amounts) {
        String date = BoampValues.first(record.text(facts, "dateattribution"), record.text(decision, "datedecision"));
        return new Award(
                record.text(decision, "numlot").orElse(null),
                record.text(decision, "nummarche").orElse(null),
                holders.stream().flatMap(this::holder).toList(),
                amounts.stream()
                        .flatMap(field -> Stream.concat(sums(facts, field), sums(decision, field)))
                        .findFirst()
                        .orElse(null),
                date == null ? null : BoampValues.day(date).orElse(null),
                duration(facts),
                without(decision, "infructueux"));
    }

    private Stream<Party> holder(Element holder) {
        if (holder.children().isEmpty()) {
            record.leave(holder);
            return holder.text().isBlank() ? Stream.empty() : Stream.of(new Party(holder.text(), null, null, null));
        }
        String name = record.text(holder, "denomination").orElse(null);
        String number = record.text(holder, "codeidentnational").orElse(null);
        String city = record.text(holder, "ville").orElse(null);
        String departement =
                record.text(holder, "cp").map(BoampValues::departement).orElse(null);
        return name == null && number == null ? Stream.empty() : Stream.of(new Party(name, number, city, departement));
    }

    private @Nullable String duration(Element facts) {
        return BoampValues.first(
                record.text(facts, "nbannee").map(years -> years + " ans"),
                record.text(facts, "nbmois").map(months -> months + " mois"),
                record.text(facts, "dureemois").map(months -> months + " mois"),
                record.text(facts, "dureejours").map(days -> days + " jours"));
    }

    private @Nullable String without(Element in, String unsuccessful) {
        boolean isUnsuccessful = !in.all(unsuccessful).isEmpty();
        boolean isDropped = !in.all("sanssuite").isEmpty();
        String why = BoampValues.first(record.text(in, unsuccessful), record.text(in, "sanssuite"));
        String result = isUnsuccessful ? "Infructueux" : isDropped ? "Sans suite" : null;
        return result == null || why == null ? result : result + " : " + why;
    }

    private Stream<Sum> sums(Element in, String path) {
        return in.at(path).stream().flatMap(leaf -> {
            Optional<Sum> sum = BoampValues.sum(leaf);
            sum.ifPresent(taken -> record.leave(leaf));
            return sum.stream();
        });
    }
}
