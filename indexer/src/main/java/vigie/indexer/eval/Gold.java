package vigie.indexer.eval;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.Technology;

/**
 * What people annotated: whole passages with every claim in them, or single facts of real documents.
 *
 * @param passages in the order of the file
 * @param facts in the order of the file
 */
public record Gold(List<Passage> passages, List<Fact> facts) {

    public Gold {
        passages = List.copyOf(passages);
        facts = List.copyOf(facts);
    }

    /**
     * A text of which all claims are known.
     *
     * @param id name of its file without the extension
     * @param kind of document
     * @param forbidden asserted claims that must not come out
     * @param tags phenomena
     */
    public record Passage(
            String id, String kind, List<GoldClaim> claims, List<Forbidden> forbidden, List<String> tags) {

        public Passage {
            claims = List.copyOf(claims);
            forbidden = List.copyOf(forbidden);
            tags = List.copyOf(tags);
        }
    }

    /**
     * A claim that a careful reader makes.
     *
     * @param commune official name
     * @param insee code, or null where the commune is unknown
     * @param vendor as the annotator wrote it, or null
     * @param evidence verbatim
     * @param optional right if found, no loss if not
     */
    public record GoldClaim(
            String commune,
            @Nullable String insee,
            Technology technology,
            @Nullable String vendor,
            @Nullable String integrator,
            Stage stage,
            Modality modality,
            @Nullable BigDecimal amount,
            @Nullable String vat,
            @Nullable PartialDate date,
            String evidence,
            boolean optional) {}

    /**
     * A tempting claim that would be wrong; null fields stand for any value.
     *
     * @param technologies any of these; empty for all
     */
    public record Forbidden(
            String why,
            @Nullable String vendor,
            @Nullable String insee,
            @Nullable Stage stage,
            List<String> technologies,
            @Nullable BigDecimal amount) {

        public Forbidden {
            technologies = List.copyOf(technologies);
        }
    }

    /**
     * A fact that somebody marked in a real document, in which others may stand too.
     *
     * @param file relative to the folder of documents
     * @param status proposed, tendered, awarded, deployed, suspended, ended, refused or mention-only
     * @param kind vsa, videoprotection, lapi or other
     * @param evidence verbatim, white space collapsed
     */
    public record Fact(
            String file,
            @Nullable String insee,
            @Nullable String vendor,
            String status,
            String kind,
            String evidence) {}
}
