package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.Commune;
import vigie.model.DocumentKind;
import vigie.model.Epci;
import vigie.model.config.Communes;
import vigie.model.id.Siren;

/**
 * Makes a notice of what essential data say about a contract: the latest version, with the lots that stand under the same
 * number with holders of their own.
 */
final class DecpContract {

    /** @param remarks what could not be understood */
    record Read(Notice notice, List<Remark> remarks) {}

    private final DecpValues values;
    private final Communes communes;

    DecpContract(DecpValues values, Communes communes) {
        this.values = values;
        this.communes = communes;
    }

    /**
     * @param names of firms by SIREN
     * @throws IllegalArgumentException if a record lacks what every contract has
     */
    Read read(DecpVersions versions, Function<Siren, Optional<String>> names) {
        Set<Remark> remarks = new LinkedHashSet<>();
        Set<Line> more = new LinkedHashSet<>();
        List<Award> awards = new ArrayList<>();
        Set<Party> holders = new HashSet<>();
        Notice first = null;
        for (Element element : versions.records()) {
            DecpRecord record = new DecpRecord(element, values, party -> named(party, names));
            Notice notice = notice(versions.id(), element.name(), record);
            Award award = notice.awards().get(0);
            boolean isLot = !award.holders().isEmpty()
                    && !holders.isEmpty()
                    && award.holders().stream().noneMatch(holders::contains);
            first = first == null ? notice : first;
            if (awards.isEmpty() || isLot) {
                awards.add(award);
                holders.addAll(award.holders());
                more.addAll(notice.more());
            } else {
                remarks.add(new Remark(
                        "superseded-version", "the answer holds earlier versions of a contract: the latest is taken"));
            }
            more.addAll(record.changes());
            remarks.addAll(record.remarks());
        }
        if (first == null) {
            throw new IllegalArgumentException("no record");
        }
        if (versions.duplicates() > 0) {
            remarks.add(new Remark("duplicate-record", "the answer holds a contract again word for word"));
        }
        return new Read(withAwards(first, awards, more), List.copyOf(remarks));
    }

    private static Notice notice(String id, String element, DecpRecord record) {
        String number = record.number();
        Optional<Party> buyer = record.buyer();
        List<String> cpv = record.cpv();
        List<Line> lines = record.lines();
        boolean isConcession = element.equals(DecpRecords.CONCESSION);
        String kind = lines.stream()
                .filter(line -> line.label().equals("Type de marché"))
                .map(Line::value)
                .findFirst()
                .orElse(null);
        Optional<String> nature = record.value("nature");
        Award award = record.award(number);
        return new Notice(
                "Données essentielles " + (isConcession ? "de la concession" : "du marché"),
                id,
                DocumentKind.MARCHE_CONCLU,
                nature.orElse(null),
                record.day("datePublicationDonnees").orElse(null),
                buyer.stream().toList(),
                record.title(cpv, kind),
                null,
                null,
                cpv,
                List.of(),
                List.of(award),
                List.of(),
                lines,
                Map.of("notice-type", element));
    }

    private static Notice withAwards(Notice notice, List<Award> awards, Set<Line> more) {
        Map<String, String> metadata = new TreeMap<>(notice.metadata());
        String holders = awards.stream()
                .flatMap(award -> award.holders().stream())
                .flatMap(holder -> Stream.ofNullable(holder.number()))
                .distinct()
                .collect(Collectors.joining(","));
        if (!holders.isEmpty()) {
            metadata.put("holder-siret", holders);
        }
        return new Notice(
                notice.label(),
                notice.number(),
                notice.kind(),
                notice.nature(),
                notice.published(),
                notice.buyers(),
                notice.title(),
                notice.description(),
                notice.estimate(),
                notice.cpv(),
                notice.lots(),
                awards,
                notice.earlier(),
                List.copyOf(more),
                metadata);
    }

    /** The name that the registers know for a number that stands alone. */
    private Party named(Party party, Function<Siren, Optional<String>> names) {
        Siren siren = party.name() == null && party.number() != null ? siren(party.number()) : null;
        if (siren == null) {
            return party;
        }
        String name = communes.bySiren(siren)
                .map(Commune::name)
                .or(() -> communes.epci(siren).map(Epci::name))
                .or(() -> names.apply(siren))
                .orElse(null);
        return new Party(name, party.number(), party.city(), party.departement());
    }

    private static @Nullable Siren siren(String number) {
        String digits = number.length() == 14 ? number.substring(0, 9) : number;
        return Siren.isValid(digits) ? new Siren(digits) : null;
    }
}
