package vigie.crawler.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.id.Siren;
import vigie.model.id.Siret;

/** The organisations of an eForms notice, which everything else in it names by their technical number alone. */
final class EformsParties {

    private final Map<String, Element> companies = new HashMap<>();
    private final Set<Remark> remarks;

    /** @param remarks references to nobody are added here */
    EformsParties(Element tree, Set<Remark> remarks) {
        this.remarks = remarks;
        for (Element company : tree.at("efac:Organizations/efac:Organization/efac:Company")) {
            first(company, "cac:PartyIdentification/cbc:ID").ifPresent(id -> companies.putIfAbsent(id, company));
        }
    }

    /** The organisation of that number; nothing, remarked, if there is none. */
    Optional<Party> party(String id) {
        Element company = companies.get(id);
        if (company == null) {
            remarks.add(new Remark("reference-broken", "an organisation is referred to that is not described"));
            return Optional.empty();
        }
        String country = first(company, "cac:PostalAddress/cac:Country/cbc:IdentificationCode")
                .orElse("");
        String code = first(company, "cac:PostalAddress/cbc:PostalZone").orElse("");
        Party party = new Party(
                first(company, "cac:PartyName/cbc:Name").orElse(null),
                number(company),
                first(company, "cac:PostalAddress/cbc:CityName")
                        .map(city -> city.replaceFirst("[\\s,]+$", ""))
                        .orElse(null),
                country.equals("FRA") || country.equals("FR") ? departement(code) : null);
        return party.name() == null && party.number() == null ? Optional.empty() : Optional.of(party);
    }

    private static @Nullable String number(Element company) {
        List<String> numbers = company.at("cac:PartyLegalEntity/cbc:CompanyID").stream()
                .map(Element::text)
                .filter(number -> !number.isBlank())
                .toList();
        return numbers.stream()
                .filter(number -> isFrench(number.replaceAll("\\s", "")))
                .findFirst()
                .map(number -> number.replaceAll("\\s", ""))
                .orElse(numbers.isEmpty() ? null : numbers.get(0));
    }

    private static boolean isFrench(String digits) {
        return Siret.isValid(digits) || Siren.isValid(digits);
    }

    private static Optional<String> first(Element company, String path) {
        return company.at(path).stream()
                .map(Element::allText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** The département of a French postal code, or null. */
    static @Nullable String departement(String postalCode) {
        String digits = postalCode.replaceAll("\\s", "");
        if (!digits.matches("\\d{5}")) {
            return null;
        }
        if (digits.startsWith("20")) {
            return digits.compareTo("20200") < 0 ? "2A" : "2B";
        }
        return digits.substring(0, digits.startsWith("97") || digits.startsWith("98") ? 3 : 2);
    }
}
