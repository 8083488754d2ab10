package vigie.indexer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.indexer.extract.Linguist;
import vigie.indexer.extract.UnlistedFirms;
import vigie.indexer.gate.Gate;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.MentionKind;
import vigie.model.Technology;
import vigie.model.config.Communes;
import vigie.model.config.Project;
import vigie.model.config.Vendor;

/**
 * Finds firms that no vendor file knows: vendors of claims of analysis and, where these name none, what their quotes introduce
 * as a firm or its product, and organisations that the name classifier sees beside words of selling. A list for people to look at, never
 * a claim. Thread-safe.
 */
public final class VendorCandidates {

    private static final Pattern INTRODUCED = Pattern.compile(
            "(?:société|entreprise|éditeur|start-up|titulaire|attributaire|prestataire|fournisseur|logiciel|solution|plateforme)s?\\s*(?:retenue?\\s*)?:?\\s*[«\"“]?\\s*"
                    + "(\\p{Lu}[\\p{L}\\d&'’.-]*(?:\\s+\\p{Lu}[\\p{L}\\d&'’.-]*){0,3})");
    private static final Pattern SELLS = Pattern.compile(
            "(?:societe|entreprise|editeur|start-up|fournisseur|titulaire|attributaire|prestataire|candidat|logiciel|solution|outil|plateforme|module|offre|devis|licences?"
                    + "|(?:fourni|edite|developpe|propose|concu|installe|vendu|loue)\\w* par|aupres|retenu\\w*|(?:sign|conclu|pass)\\w* avec|(?:confi|attribu)\\w* a)[^.;]{0,14}$");

    private static final int LEFT = 45;
    private static final int SHORTEST = 3;

    private final Gate gate;
    private final Linguist linguist;
    private final Communes communes;
    private final Set<String> known;

    /** Candidates with the vendors and communes of {@code project}; {@code linguist} tells names. */
    public VendorCandidates(Project project, Linguist linguist) {
        this.gate = Gate.compile(project.lexicon());
        this.communes = project.communes();
        this.known = project.lexicon().vendors().stream().map(Vendor::id).collect(Collectors.toSet());
        this.linguist = linguist;
    }

    /**
     * A name that may be a vendor's.
     *
     * @param name as it was first written
     * @param claims whose quotes name it, at least one
     */
    public record Candidate(String name, List<Claim> claims) {

        public Candidate {
            claims = List.copyOf(claims);
        }

        /** The communes that the claims are about, by name. */
        public List<String> communes() {
            return claims.stream()
                    .flatMap(claim -> Stream.ofNullable(claim.commune()))
                    .map(CommuneRef::name)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** The candidates in {@code claims}, those of most communes first. */
    public List<Candidate> in(List<Claim> claims) {
        Map<String, List<Claim>> found = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        for (Claim claim : claims) {
            if (claim.technology() != Technology.VIDEOPROTECTION && !known.contains(claim.vendor())) {
                Set<String> names =
                        claim.vendor() == null ? names(claim.evidence().masked().quote()) : Set.of(claim.vendor());
                for (String name : names) {
                    String key = Communes.fold(name);
                    written.putIfAbsent(key, name);
                    found.computeIfAbsent(key, unused -> new ArrayList<>()).add(claim);
                }
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Candidate(written.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt(
                                (Candidate candidate) -> -candidate.communes().size())
                        .thenComparing(candidate -> -candidate.claims().size())
                        .thenComparing(Candidate::name))
                .toList();
    }

    private Set<String> names(String quote) {
        Set<String> names = new LinkedHashSet<>();
        Matcher introduced = INTRODUCED.matcher(quote);
        while (introduced.find()) {
            add(introduced.group(1), names);
        }
        for (Linguist.Name name : linguist.names(quote)) {
            String left = Communes.fold(quote.substring(
                    Math.max(0, name.span().start() - LEFT), name.span().start()));
            if (name.kind() == Linguist.NameKind.ORGANISATION
                    && SELLS.matcher(left).find()) {
                add(quote.substring(name.span().start(), name.span().end()), names);
            }
        }
        return names;
    }

    private void add(String raw, Set<String> names) {
        String name = raw.replaceAll("\\s+", " ").replaceAll("[.,;:'’-]+$", "").strip();
        boolean known =
                gate
                        .scan("la société " + name + ", vidéosurveillance, logiciel d'analyse d'images des caméras")
                        .stream()
                        .anyMatch(mention ->
                                (mention.kind() == MentionKind.VENDOR || mention.kind() == MentionKind.PRODUCT)
                                        && mention.start() < "la société ".length() + name.length());
        boolean plain = name.length() < SHORTEST
                || UnlistedFirms.isPublicBody(name)
                || !communes.byName(name).isEmpty();
        if (!known && !plain) {
            names.add(name);
        }
    }
}
