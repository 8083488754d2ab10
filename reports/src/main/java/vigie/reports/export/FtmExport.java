package vigie.reports.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.Reference;

/**
 * Entities of <a href="https://followthemoney.tech/">FollowTheMoney</a>, one per line: communes and other buyers are
 * {@code PublicBody}, firms {@code Company}, deployments {@code Project}, claims {@code Note}; contracts, awards and
 * documents are what they are there, and {@code proof} leads to the documents.
 */
final class FtmExport implements Export {

    static final String FILE = "vigie.ftm.json";

    private static final int NAME = 384;
    private static final int STRING = 1024;
    private static final int TEXT = 65_000;

    private final Words words;

    FtmExport(Words words) {
        this.words = words;
    }

    @Override
    public void write(Towns towns, About about, Path folder) throws IOException {
        try (JsonFile lines = JsonFile.lines(folder.resolve(FILE))) {
            Writing writing = new Writing(lines, about);
            towns.each(writing::town);
        }
    }

    /** One file; each entity is written once, with all that every other needs to refer to it. */
    private final class Writing {

        private final JsonFile lines;
        private final About about;
        private final Set<String> written = new HashSet<>();

        Writing(JsonFile lines, About about) {
            this.lines = lines;
            this.about = about;
        }

        void town(Town town) throws IOException {
            add(commune(town));
            for (Firm firm : town.firms().values()) {
                add(firm(firm));
            }
            for (CitedDocument document : town.documents().values()) {
                add(document(document));
            }
            for (Deployment deployment : town.deployments()) {
                deployment(deployment, town);
            }
            for (Claim claim : town.claims()) {
                claim(claim, town);
            }
            for (Contract contract : town.contracts()) {
                contract(contract, town);
            }
        }

        private void add(FtmEntity entity) throws IOException {
            if (written.add(entity.id())) {
                lines.add(entity.json());
            }
        }

        private FtmEntity commune(Town town) {
            Identity commune = Identity.of(town);
            return told("PublicBody", commune.id())
                    .with("name", "Commune de " + commune.name())
                    .with("alias", commune.name())
                    .with("classification", "commune")
                    .with("country", "fr")
                    .with("jurisdiction", "fr")
                    .with("registrationNumber", commune.siren())
                    .with("idNumber", town.ref().insee());
        }

        private FtmEntity firm(Firm firm) {
            return told("Company", Identity.of(firm).id())
                    .clipped("name", firm.name(), NAME)
                    .with(
                            "country",
                            firm.country() == null ? null : firm.country().toLowerCase(Locale.ROOT))
                    .with("registrationNumber", firm.siren())
                    .with("sector", firm.role() == null ? null : firm.role().id());
        }

        private FtmEntity document(CitedDocument document) {
            return told("Document", document.id())
                    .clipped("name", Objects.requireNonNullElse(document.title(), fileName(document)), NAME)
                    .clipped("fileName", fileName(document), STRING)
                    .clipped("title", document.title(), STRING)
                    .with("sourceUrl", document.url())
                    .with("mimeType", document.mediaType())
                    .with("publishedAt", document.date())
                    .at("retrievedAt", document.fetched())
                    .with(
                            "keywords",
                            document.kind() == null ? null : document.kind().id())
                    .with("notes", document.sha256() == null ? null : "SHA-256 : " + document.sha256());
        }

        private void deployment(Deployment deployment, Town town) throws IOException {
            List<String> proof = town.claims(deployment).stream()
                    .map(Claim::document)
                    .distinct()
                    .toList();
            FtmEntity project = told("Project", deployment.id())
                    .clipped("name", title(deployment, town), NAME)
                    .with("projectId", deployment.id())
                    .with("status", deployment.stage().id())
                    .with("phase", words.stage().apply(deployment.stage(), deployment.modality()))
                    .with("startDate", deployment.since())
                    .with("country", "fr")
                    .withAll("keywords", sureness(deployment.confidence(), deployment))
                    .withAll("proof", proof);
            price(project, deployment.amount());
            add(project);
            participant(deployment, Identity.of(town), "commune");
            if (deployment.vendor() != null) {
                participant(deployment, identity(deployment.vendor(), town), "vendor");
            }
            if (deployment.integrator() != null) {
                participant(deployment, identity(deployment.integrator(), town), "integrator");
            }
        }

        private void participant(Deployment deployment, Identity who, String role) throws IOException {
            add(new FtmEntity("ProjectParticipant", deployment.id() + "-" + role)
                    .with("project", deployment.id())
                    .with("participant", who.id())
                    .with("role", role));
        }

        private void claim(Claim claim, Town town) throws IOException {
            Deployment deployment = town.deployment(claim);
            String stage = words.stage().apply(claim.stage(), claim.modality());
            add(told("Note", claim.id())
                    .clipped("name", stage + " – " + town.ref().name(), NAME)
                    .clipped("description", claim.evidence().quote(), TEXT)
                    .with("entity", deployment.id())
                    .with("proof", claim.document())
                    .with("sourceUrl", claim.evidence().url())
                    .at("retrievedAt", claim.evidence().fetched())
                    .withAll("keywords", sureness(claim.confidence(), deployment))
                    .withAll("keywords", references(claim))
                    .with("summary", claim.date() == null ? null : words.date().apply(claim.date())));
            if (claim.vendor() != null) {
                add(new FtmEntity("Mention", claim.id() + "-mention")
                        .with("document", claim.document())
                        .clipped("name", town.firm(claim.vendor()), NAME)
                        .with("detectedSchema", "Company")
                        .with("resolved", identity(claim.vendor(), town).id()));
            }
        }

        private void contract(Contract contract, Town town) throws IOException {
            Identity buyer = Identity.of(contract.buyer(), town);
            add(told(contract.buyer().kind() == BuyerKind.OTHER ? "Organization" : "PublicBody", buyer.id())
                    .clipped("name", buyer.name(), NAME)
                    .with("classification", contract.buyer().kind().id())
                    .with("country", "fr")
                    .with("registrationNumber", buyer.siren()));
            List<String> proof = town.claims(contract).stream()
                    .map(Claim::document)
                    .distinct()
                    .toList();
            List<Deployment> bought = town.deployments(contract);
            FtmEntity entity = told("Contract", contract.id())
                    .clipped("title", title(contract, bought, town), STRING)
                    .clipped("name", title(contract, bought, town), NAME)
                    .with("authority", buyer.id())
                    .with("contractDate", contract.awarded())
                    .clipped("procedureNumber", contract.number(), STRING)
                    .withAll("classification", codes(contract, town))
                    .withAll("noticeId", contract.notices())
                    .with("language", "fra")
                    .with("project", bought.isEmpty() ? null : bought.get(0).id())
                    .withAll("proof", proof);
            price(
                    entity,
                    contract.amounts().isEmpty() ? null : contract.amounts().get(0));
            add(entity);
            Identity holder = Identity.holder(contract, town);
            if (holder != null) {
                add(told("Company", holder.id())
                        .clipped("name", holder.name(), NAME)
                        .with("registrationNumber", holder.siren()));
                award(contract, holder);
            }
        }

        private void award(Contract contract, Identity holder) throws IOException {
            FtmEntity award = new FtmEntity("ContractAward", contract.id() + "-award")
                    .with("contract", contract.id())
                    .with("supplier", holder.id())
                    .with("date", contract.awarded())
                    .with("endDate", contract.end())
                    .clipped("lotNumber", contract.part(), STRING)
                    .with("amended", contract.amendments().isEmpty() ? null : "true")
                    .with("role", "holder");
            price(
                    award,
                    contract.amounts().isEmpty() ? null : contract.amounts().get(0));
            add(award);
        }

        private FtmEntity told(String schema, String id) {
            return new FtmEntity(schema, id)
                    .with("publisher", "Vigie, index " + about.shortIndex() + ", " + About.LICENSE.title())
                    .at("modifiedAt", about.made());
        }
    }

    private static Identity identity(String id, Town town) {
        return Identity.of(Objects.requireNonNull(town.firms().get(id)));
    }

    private String title(Deployment deployment, Town town) {
        return Stream.of(
                        words.technology().apply(deployment.technology()),
                        town.ref().name(),
                        deployment.vendor() == null ? null : town.firm(deployment.vendor()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" – "));
    }

    private String title(Contract contract, List<Deployment> bought, Town town) {
        String what = bought.stream()
                .map(Deployment::technology)
                .distinct()
                .map(words.technology())
                .collect(Collectors.joining(", "));
        return Stream.of(what, town.ref().name(), contract.number(), contract.part())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" – "));
    }

    private static List<String> sureness(double confidence, Deployment deployment) {
        return List.of(
                "confidence:" + BigDecimal.valueOf(confidence).toPlainString(),
                "review:" + deployment.review().id());
    }

    /** Numbers of the act and codes of what is bought, as an act or a notice gives them. */
    private static List<String> references(Claim claim) {
        return claim.references().stream()
                .map(one -> one.kind().id() + ":" + one.value())
                .toList();
    }

    private static List<String> codes(Contract contract, Town town) {
        return town.claims(contract).stream()
                .flatMap(claim -> claim.references(Reference.Kind.CPV).stream())
                .distinct()
                .toList();
    }

    private static void price(FtmEntity entity, @Nullable Amount amount) {
        if (amount != null) {
            entity.with("amount", amount.value().toPlainString()).with("currency", amount.currency());
            if (amount.currency().equals("EUR")) {
                entity.with("amountEur", amount.value().toPlainString());
            }
        }
    }

    /** The last part of the address; the id where there is none. */
    private static String fileName(CitedDocument document) {
        String url = Objects.requireNonNullElse(document.url(), "");
        String path = url.replaceAll("[?#].*", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? document.id() : name;
    }
}
