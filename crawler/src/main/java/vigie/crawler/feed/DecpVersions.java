package vigie.crawler.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vigie.model.id.Digest;

/**
 * All that one answer holds under the number of a contract: it may be there again word for word, once for each holder or
 * modification, or as it was before a correction.
 *
 * @param id SIRET of the buyer and number of the contract among the buyer's, as the national schema identifies contracts
 * @param digest of all of it
 * @param records that differ, those put together that differ in holders, modifications or subcontracts alone; latest first
 * @param duplicates how many times something was there again word for word
 */
record DecpVersions(String id, String digest, List<Element> records, int duplicates) {

    /** What flat records give one of each. */
    private static final Set<String> LISTS = Set.of(
            "titulaires", "concessionnaires", "modifications", "actesSousTraitance", "modificationsActesSousTraitance");

    DecpVersions {
        records = List.copyOf(records);
    }

    /** @param records in one shape */
    static List<DecpVersions> of(List<Element> records) {
        Map<String, List<Element>> byId = new LinkedHashMap<>();
        int nameless = 0;
        for (Element record : records) {
            String id = id(record);
            byId.computeIfAbsent(id.isEmpty() ? "?" + ++nameless : id, key -> new ArrayList<>())
                    .add(record);
        }
        List<DecpVersions> all = new ArrayList<>();
        byId.forEach((id, same) -> all.add(of(id, same)));
        return all;
    }

    private static DecpVersions of(String id, List<Element> same) {
        Set<Element> different = new LinkedHashSet<>(same);
        Map<List<Element>, List<Element>> byRest = new LinkedHashMap<>();
        for (Element record : different) {
            byRest.computeIfAbsent(part(record, false), rest -> new ArrayList<>())
                    .add(record);
        }
        List<Element> versions = new ArrayList<>();
        byRest.forEach((rest, parts) -> versions.add(joined(rest, parts)));
        versions.sort((one, other) -> age(other).compareTo(age(one)));
        StringBuilder content = new StringBuilder();
        different.forEach(record -> write(record, content));
        String digest = Digest.sha256(content.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
        return new DecpVersions(id, digest, versions, same.size() - different.size());
    }

    private static Element joined(List<Element> rest, Collection<Element> parts) {
        Set<Element> children = new LinkedHashSet<>(rest);
        parts.forEach(part -> children.addAll(part(part, true)));
        Element first = parts.iterator().next();
        return new Element(first.name(), first.attributes(), first.text(), List.copyOf(children));
    }

    private static List<Element> part(Element record, boolean lists) {
        return record.children().stream()
                .filter(child -> LISTS.contains(child.name()) == lists)
                .toList();
    }

    /** Sorts versions: what is said to be the present state, then by the last day that anything was published. */
    private static String age(Element record) {
        String isPresent = first(record, "donneesActuelles").matches("(?i)true|1|oui") ? "1" : "0";
        String last = record.children().stream()
                .flatMap(child -> days(child).stream())
                .max(String::compareTo)
                .orElse("");
        return isPresent + last;
    }

    private static List<String> days(Element element) {
        if (element.children().isEmpty()) {
            return element.name().startsWith("datePublicationDonnees")
                            || element.name().startsWith("dateNotification")
                    ? List.of(element.text())
                    : List.of();
        }
        return element.children().stream()
                .flatMap(child -> days(child).stream())
                .toList();
    }

    /** Empty where the record does not say whose it is, or gives no number. */
    private static String id(Element record) {
        String buyer = first(record, "acheteur/id") + first(record, "autoriteConcedante/id");
        String number = first(record, "id");
        return buyer.isEmpty() || number.isEmpty() ? first(record, "uid") : buyer + number;
    }

    private static String first(Element record, String path) {
        return record.at(path).stream().map(Element::text).findFirst().orElse("");
    }

    private static void write(Element element, StringBuilder out) {
        out.append(element.name()).append('(').append(element.text());
        element.children().forEach(child -> write(child, out));
        out.append(')');
    }
}
