package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.id.Digest;

/**
 * What a passage asserts about a commune and a technology. Unknown values are null, never guessed.
 *
 * @param id stable: {@link #idOf}
 * @param document id of the document, or path for {@code vigie extract}
 * @param commune whom the claim is about; null where the extraction abstained
 * @param vendor id of the publisher of the software, or of the only contractor named
 * @param integrator id of the vendor that installs, where another one publishes
 * @param date of the fact
 * @param purchase what the passage tells of the contract behind it, or null where it tells nothing
 * @param references numbers of the act that it stands in, codes of what is bought, as far as its section tells them
 * @param functions ids of the lexicon's functions that its evidence names as those of the technology, in their order
 * @param vote on what it tells of, where that is a decision of an assembly and its document reports the vote
 * @param confidence 0 to 1
 * @param because every step that led here, in order, for {@code vigie explain}
 */
public record Claim(
        String id,
        String document,
        @Nullable CommuneRef commune,
        Technology technology,
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String integrator,
        Stage stage,
        Modality modality,
        @Nullable Amount amount,
        @Nullable PartialDate date,
        @Nullable Purchase purchase,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reference> references,
        List<String> functions,
        @Nullable Vote vote,
        double confidence,
        Evidence evidence,
        List<String> because) {

    public Claim {
        references = references == null ? List.of() : List.copyOf(references);
        functions = List.copyOf(functions);
        because = List.copyOf(because);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is between 0 and 1: " + confidence);
        }
    }

    /** Without references. */
    public Claim(
            String id,
            String document,
            @Nullable CommuneRef commune,
            Technology technology,
            @Nullable String vendor,
            @Nullable String product,
            @Nullable String integrator,
            Stage stage,
            Modality modality,
            @Nullable Amount amount,
            @Nullable PartialDate date,
            @Nullable Purchase purchase,
            List<String> functions,
            @Nullable Vote vote,
            double confidence,
            Evidence evidence,
            List<String> because) {
        this(
                id,
                document,
                commune,
                technology,
                vendor,
                product,
                integrator,
                stage,
                modality,
                amount,
                date,
                purchase,
                List.of(),
                functions,
                vote,
                confidence,
                evidence,
                because);
    }

    /** The values of its references of one kind, in their order. */
    public List<String> references(Reference.Kind kind) {
        return references.stream()
                .filter(reference -> reference.kind() == kind)
                .map(Reference::value)
                .toList();
    }

    /** The same for publication: people named in its quote are masked. */
    public Claim masked() {
        return new Claim(
                id,
                document,
                commune,
                technology,
                vendor,
                product,
                integrator,
                stage,
                modality,
                amount,
                date,
                purchase,
                references,
                functions,
                vote,
                confidence,
                evidence.masked(),
                because);
    }

    /** The stable id of the claim that {@code discriminator} singles out in {@code document} at {@code start}. */
    public static String idOf(String document, int start, String discriminator) {
        String key = document + "\n" + start + "\n" + discriminator;
        return "c-" + Digest.sha256(key.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
