package vigie.reports.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.ReviewState;
import vigie.model.SourceDocument;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;

/** The towns of an export, one after the other, assembled from the facts and the project; the same at every reading. */
final class Towns {

    /** What is done with each town. */
    interface Reader {
        void read(Town town) throws IOException;
    }

    private final ExportFacts facts;
    private final Project project;
    private final Function<Claim, List<String>> reasons;
    private final Map<String, Vendor> vendors = new HashMap<>();

    /** @param reasons how people are told why a claim was made */
    Towns(ExportFacts facts, Project project, Function<Claim, List<String>> reasons) {
        this.facts = facts;
        this.project = project;
        this.reasons = reasons;
        project.lexicon().vendors().forEach(vendor -> vendors.put(vendor.id(), vendor));
    }

    /** Reads all towns, in the order of their codes. */
    void each(Reader reader) throws IOException {
        for (InseeCode code : facts.communes()) {
            List<Deployment> deployments = facts.deployments().apply(code).stream()
                    .filter(deployment -> deployment.review() != ReviewState.REJECTED)
                    .toList();
            if (!deployments.isEmpty()) {
                reader.read(town(deployments, facts.claims().apply(code)));
            }
        }
    }

    private Town town(List<Deployment> deployments, List<Claim> told) {
        CommuneRef ref = deployments.get(0).commune();
        Map<String, Deployment> deploymentOf = new HashMap<>();
        deployments.forEach(one -> one.timeline().forEach(event -> deploymentOf.put(event.claim(), one)));
        List<Claim> claims = told.stream()
                .filter(claim -> deploymentOf.containsKey(claim.id()))
                .map(this::published)
                .toList();
        List<Contract> contracts = contracts(deployments, claims);
        Optional<Commune> commune = project.communes().byCode(ref.insee());
        return new Town(
                ref,
                commune.orElse(null),
                project.communes().departement(ref.insee().departement()).orElse(null),
                deployments,
                claims,
                claims.stream()
                        .collect(Collectors.toMap(
                                Claim::id, claim -> facts.review().apply(claim.id()))),
                deploymentOf,
                contracts,
                documents(claims, contracts),
                firms(deployments, claims, contracts));
    }

    /** People masked, reasons in words of people; what no encoding can carry is replaced. */
    private Claim published(Claim claim) {
        Claim masked = claim.masked();
        Evidence proof = masked.evidence();
        Evidence mended = proof.quoting(whole(proof.quote()));
        return new Claim(
                masked.id(),
                masked.document(),
                masked.commune(),
                masked.technology(),
                masked.vendor(),
                masked.product(),
                masked.integrator(),
                masked.stage(),
                masked.modality(),
                masked.amount(),
                masked.date(),
                masked.purchase(),
                masked.references(),
                masked.functions(),
                masked.vote(),
                masked.confidence(),
                mended,
                reasons.apply(masked));
    }

    /** Half a character, as a cut in the middle of one leaves it, becomes U+FFFD. */
    private static String whole(String text) {
        return text.codePoints().noneMatch(Towns::isHalf)
                ? text
                : text.codePoints()
                        .map(point -> isHalf(point) ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** Each once, with those of its claims that are exported too. */
    private static List<Contract> contracts(List<Deployment> deployments, List<Claim> claims) {
        Set<String> exported = new HashSet<>();
        claims.forEach(claim -> exported.add(claim.id()));
        Map<String, Contract> contracts = new LinkedHashMap<>();
        deployments.forEach(deployment ->
                deployment.contracts().forEach(contract -> contracts.putIfAbsent(contract.id(), contract)));
        return contracts.values().stream()
                .map(contract -> only(contract, exported))
                .toList();
    }

    private static Contract only(Contract contract, Set<String> exported) {
        return new Contract(
                contract.id(),
                contract.buyer(),
                contract.number(),
                contract.part(),
                contract.holder(),
                contract.integrator(),
                contract.amounts(),
                contract.awarded(),
                contract.months(),
                contract.end(),
                contract.notices(),
                contract.amendments(),
                contract.claims().stream().filter(exported::contains).toList(),
                contract.ties());
    }

    private Map<String, CitedDocument> documents(List<Claim> claims, List<Contract> contracts) {
        Map<String, CitedDocument> documents = new TreeMap<>();
        for (Claim claim : claims) {
            documents.computeIfAbsent(
                    claim.document(),
                    id -> facts.document().apply(id).map(this::cited).orElseGet(() -> lost(claim)));
        }
        for (Contract contract : contracts) {
            Stream.concat(contract.notices().stream(), contract.amendments().stream())
                    .filter(id -> !documents.containsKey(id))
                    .forEach(id -> facts.document().apply(id).ifPresent(found -> documents.put(id, cited(found))));
        }
        return documents;
    }

    private CitedDocument cited(SourceDocument document) {
        return new CitedDocument(
                document.id(),
                document.source(),
                project.source(document.source()).map(source -> source.name()).orElse(null),
                document.kind(),
                masked(document.title()),
                document.date(),
                document.address(),
                document.capture().fetched(),
                document.capture().sha256(),
                document.capture().mediaType());
    }

    /** What a claim knows of a document that the index has no more. */
    private static CitedDocument lost(Claim claim) {
        Evidence proof = claim.evidence();
        return new CitedDocument(
                claim.document(), null, null, null, null, null, proof.url(), proof.fetched(), proof.sha256(), null);
    }

    private static @Nullable String masked(@Nullable String title) {
        return title == null ? null : whole(Evidence.masked(title));
    }

    private Map<String, Firm> firms(List<Deployment> deployments, List<Claim> claims, List<Contract> contracts) {
        List<@Nullable String> ids = new ArrayList<>();
        for (Deployment deployment : deployments) {
            ids.add(deployment.vendor());
            ids.add(deployment.integrator());
        }
        for (Claim claim : claims) {
            ids.add(claim.vendor());
            ids.add(claim.integrator());
        }
        for (Contract contract : contracts) {
            ids.add(contract.integrator());
            ids.add(vendors.containsKey(contract.holder()) ? contract.holder() : null);
        }
        Map<String, Firm> firms = new TreeMap<>();
        ids.stream().filter(Objects::nonNull).forEach(id -> firms.computeIfAbsent(id, this::firm));
        return firms;
    }

    private Firm firm(String id) {
        Vendor vendor = vendors.get(id);
        return vendor == null
                ? new Firm(id, id, null, null, null, null)
                : new Firm(id, vendor.name(), vendor.role(), vendor.technology(), vendor.siren(), vendor.country());
    }
}
