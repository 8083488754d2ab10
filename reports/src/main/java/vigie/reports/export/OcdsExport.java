package vigie.reports.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.DocumentKind;
import vigie.model.Json;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Reference;
import vigie.model.Stage;
import vigie.model.id.Digest;

/**
 * A release package of the <a href="https://standard.open-contracting.org/1.1/en/">Open Contracting Data Standard 1.1</a>:
 * one release per contract, with all that is known of it. Dates that are not known to the day are left out, for the
 * standard has no others. A package without a release is none: where no contract is known, no file is written.
 */
final class OcdsExport implements Export {

    static final String FILE = "vigie-ocds.json";

    private static final String BUYER = "buyer";
    private static final String SUPPLIER = "supplier";
    private static final String CPV = "CPV";

    /** The standard's list of currencies is closed: those of ISO 4217 up to 2020. Here are those that a French act may name. */
    private static final Set<String> CURRENCIES = Set.of("EUR", "FRF", "XPF", "USD", "GBP", "CHF", "XEU");

    private static final Map<DocumentKind, String> TYPES = Map.of(
            DocumentKind.AVIS_DE_MARCHE, "tenderNotice",
            DocumentKind.AVIS_ATTRIBUTION, "awardNotice",
            DocumentKind.MARCHE_CONCLU, "contractNotice",
            DocumentKind.AVENANT, "contractAnnexe");

    private final JsonMapper json = Json.mapper();
    private final String prefix;
    private final Words words;

    /** Identifiers of processes begin with {@code prefix}, which the standard's registry gives to publishers. */
    OcdsExport(String prefix, Words words) {
        this.prefix = prefix;
        this.words = words;
    }

    @Override
    public void write(Towns towns, About about, Path folder) throws IOException {
        ObjectNode head = json.createObjectNode()
                .put("uri", "urn:vigie:ocds:" + about.shortIndex() + ":" + about.made())
                .put("version", "1.1")
                .put("publishedDate", about.made().toString());
        head.putObject("publisher").put("name", "Vigie");
        head.put("license", About.LICENSE.url());
        Set<String> written = new HashSet<>();
        Path file = folder.resolve(FILE);
        try (JsonFile releases = JsonFile.list(file, head, "releases")) {
            towns.each(town -> {
                for (Contract contract : town.contracts()) {
                    if (written.add(contract.id())) {
                        releases.add(release(contract, town, about));
                    }
                }
            });
        }
        if (written.isEmpty()) {
            Files.delete(file);
        }
    }

    private ObjectNode release(Contract contract, Town town, About about) {
        List<Claim> claims = town.claims(contract);
        Identity buyer = Identity.of(contract.buyer(), town);
        Identity holder = Identity.holder(contract, town);
        boolean awarded = isAwarded(contract, claims);
        ObjectNode content = json.createObjectNode();
        ArrayNode tags = content.putArray("tag");
        tags(contract, awarded).forEach(tags::add);
        content.put("initiationType", "tender").put("language", "fr");
        ArrayNode parties = content.putArray("parties");
        boolean itself = holder != null && holder.id().equals(buyer.id());
        party(parties, buyer, itself ? List.of(BUYER, SUPPLIER) : List.of(BUYER), town);
        if (holder != null && !itself) {
            party(parties, holder, List.of(SUPPLIER), town);
        }
        reference(content.putObject("buyer"), buyer);
        content.set("tender", tender(contract, town, awarded));
        if (awarded) {
            content.putArray("awards").add(award(contract, town, holder));
            content.putArray("contracts").add(contract(contract, town));
        }
        String digest = Digest.sha256(content.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
        ObjectNode release = json.createObjectNode()
                .put("ocid", prefix + "-" + contract.id())
                .put("id", contract.id() + "-" + digest)
                .put("date", learned(claims, about).toString());
        release.setAll(content);
        return release;
    }

    private static boolean isAwarded(Contract contract, List<Claim> claims) {
        return contract.holder() != null
                || contract.awarded() != null
                || !contract.amendments().isEmpty()
                || claims.stream()
                        .anyMatch(claim -> claim.modality() == Modality.ASSERTED
                                && claim.stage().compareTo(Stage.AWARDED) >= 0
                                && claim.stage() != Stage.REJECTED);
    }

    private static List<String> tags(Contract contract, boolean awarded) {
        if (!awarded) {
            return List.of("tender");
        }
        return contract.amendments().isEmpty()
                ? List.of("award", "contract")
                : List.of("award", "contract", "contractAmendment");
    }

    /** When what is told here was last learned. */
    private static Instant learned(List<Claim> claims, About about) {
        return claims.stream()
                .map(claim -> claim.evidence().fetched())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(about.made());
    }

    private static void party(ArrayNode parties, Identity who, List<String> roles, Town town) {
        ObjectNode party = parties.addObject().put("id", who.id()).put("name", who.name());
        if (who.siren() != null) {
            party.putObject("identifier")
                    .put("scheme", Identity.SIRENE)
                    .put("id", who.siren())
                    .put("legalName", who.name());
        }
        if (who.siret() != null) {
            party.putArray("additionalIdentifiers")
                    .addObject()
                    .put("scheme", Identity.SIRENE)
                    .put("id", who.siret());
        }
        if (roles.contains(BUYER)) {
            ObjectNode address = party.putObject("address");
            if (town.departement() != null) {
                address.put("region", town.departement().regionName());
            }
            address.put("countryName", "France");
        }
        ArrayNode played = party.putArray("roles");
        roles.forEach(played::add);
    }

    private static void reference(ObjectNode node, Identity who) {
        node.put("id", who.id()).put("name", who.name());
    }

    private ObjectNode tender(Contract contract, Town town, boolean awarded) {
        ObjectNode tender =
                json.createObjectNode().put("id", contract.id() + "-tender").put("title", title(contract, town));
        if (awarded) {
            tender.put("status", "complete");
        }
        items(tender, contract, town);
        Set<String> notices = new LinkedHashSet<>(contract.notices());
        documents(tender, contract, town, notices);
        return tender;
    }

    private ObjectNode award(Contract contract, Town town, @Nullable Identity holder) {
        ObjectNode award = json.createObjectNode()
                .put("id", contract.id() + "-award")
                .put("title", title(contract, town))
                .put("status", "active");
        day(award, "date", contract.awarded());
        price(award, contract);
        if (holder != null) {
            reference(award.putArray("suppliers").addObject(), holder);
        }
        return award;
    }

    private ObjectNode contract(Contract contract, Town town) {
        ObjectNode node = json.createObjectNode()
                .put("id", contract.id())
                .put("awardID", contract.id() + "-award")
                .put("title", title(contract, town));
        String description = description(contract, town);
        if (!description.isEmpty()) {
            node.put("description", description);
        }
        if (contract.end() != null && contract.end().day() != null) {
            day(node.putObject("period"), "endDate", contract.end());
        }
        price(node, contract);
        items(node, contract, town);
        documents(
                node,
                contract,
                town,
                town.claims(contract).stream()
                        .map(Claim::document)
                        .filter(id -> !contract.notices().contains(id))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        if (!contract.amendments().isEmpty()) {
            ArrayNode amendments = node.putArray("amendments");
            town.documents(contract.amendments()).forEach(document -> {
                ObjectNode amendment = amendments.addObject().put("id", document.id());
                if (document.title() != null) {
                    amendment.put("description", document.title());
                }
                day(amendment, "date", document.date());
            });
        }
        return node;
    }

    private String title(Contract contract, Town town) {
        String bought = town.deployments(contract).stream()
                .map(Deployment::technology)
                .distinct()
                .map(words.technology())
                .collect(Collectors.joining(", "));
        return Stream.of(bought, town.ref().name(), contract.number(), contract.part())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" – "));
    }

    /** What the standard has no field for: whether VAT is in the price, how long in months, all other amounts. */
    private String description(Contract contract, Town town) {
        return Stream.of(
                        contract.number() == null ? null : "Marché n° " + contract.number(),
                        contract.part(),
                        contract.amounts().isEmpty()
                                ? null
                                : "Montants : "
                                        + contract.amounts().stream()
                                                .map(words.amount())
                                                .collect(Collectors.joining(", ")),
                        contract.months() == null ? null : "Durée : " + contract.months() + " mois",
                        contract.end() == null ? null : "Fin : " + words.date().apply(contract.end()),
                        "Certitude : " + sureness(contract, town))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ; "));
    }

    private String sureness(Contract contract, Town town) {
        return town.deployments(contract).stream()
                .map(one -> words.confidence().apply(one.confidence()) + ", relecture : "
                        + one.review().id())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    /** A currency of no list, as a hand may have written it, stays in the description. */
    private static void price(ObjectNode node, Contract contract) {
        Amount price = contract.amounts().isEmpty() ? null : contract.amounts().get(0);
        if (price != null && CURRENCIES.contains(price.currency())) {
            node.putObject("value").put("amount", price.value()).put("currency", price.currency());
        }
    }

    /** What is bought, where an act or a notice files it under codes of the CPV: the first code and the others. */
    private void items(ObjectNode node, Contract contract, Town town) {
        List<String> codes = town.claims(contract).stream()
                .flatMap(claim -> claim.references(Reference.Kind.CPV).stream())
                .distinct()
                .toList();
        if (codes.isEmpty()) {
            return;
        }
        ObjectNode item = node.putArray("items")
                .addObject()
                .put("id", contract.id() + "-item")
                .put("description", title(contract, town));
        item.putObject("classification").put("scheme", CPV).put("id", codes.get(0));
        if (codes.size() > 1) {
            ArrayNode others = item.putArray("additionalClassifications");
            codes.stream()
                    .skip(1)
                    .forEach(code -> others.addObject().put("scheme", CPV).put("id", code));
        }
    }

    /** What the acts in a document are called that tell of the contract; null where none has a number. */
    private static @Nullable String acts(CitedDocument document, Contract contract, Town town) {
        String acts = town.claims(contract).stream()
                .filter(claim -> claim.document().equals(document.id()))
                .flatMap(claim -> claim.references(Reference.Kind.ACT).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return acts.isEmpty() ? null : "Acte n° " + acts;
    }

    private static void documents(ObjectNode node, Contract contract, Town town, Set<String> ids) {
        List<CitedDocument> cited = town.documents(List.copyOf(ids));
        if (cited.isEmpty()) {
            return;
        }
        ArrayNode documents = node.putArray("documents");
        for (CitedDocument one : cited) {
            ObjectNode document = documents.addObject().put("id", one.id());
            put(document, "documentType", one.kind() == null ? null : TYPES.get(one.kind()));
            put(document, "title", one.title());
            put(document, "description", acts(one, contract, town));
            put(document, "url", uri(one.url()));
            day(document, "datePublished", one.date());
            put(document, "format", one.mediaType());
            document.put("language", "fr");
        }
    }

    /** The address as RFC 3986 has it, where letters with accents are written by their bytes; null where it is no address. */
    private static @Nullable String uri(@Nullable String url) {
        try {
            return url == null ? null : new URI(url).toASCIIString();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static void day(ObjectNode node, String field, @Nullable PartialDate date) {
        if (date != null && date.day() != null) {
            node.put(field, date + "T00:00:00Z");
        }
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
