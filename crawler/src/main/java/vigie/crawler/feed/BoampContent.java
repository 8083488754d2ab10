package vigie.crawler.feed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Lot;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;

/**
 * What the form of a BOAMP notice says, in whichever of its layouts; what the record around it says is added by {@link
 * BoampNotice}.
 *
 * @param title null where the form has none
 * @param earlier numbers of notices that this one refers to
 * @param contract number that the buyer gives to the contract or consultation, or null
 * @param metadata what else is told by the keys of {@link NoticeDocument}
 */
record BoampContent(
        @Nullable String title,
        @Nullable String description,
        List<Party> buyers,
        @Nullable Sum estimate,
        List<String> cpv,
        List<Lot> lots,
        List<Award> awards,
        List<String> earlier,
        @Nullable String deadline,
        @Nullable String contract,
        List<Line> more,
        Map<String, String> metadata) {

    static final BoampContent EMPTY = new BoampContent(
            null, null, List.of(), null, List.of(), List.of(), List.of(), List.of(), null, null, List.of(), Map.of());

    BoampContent {
        buyers = List.copyOf(buyers);
        cpv = List.copyOf(cpv);
        lots = List.copyOf(lots);
        awards = List.copyOf(awards);
        earlier = List.copyOf(earlier);
        more = List.copyOf(more);
        metadata = Map.copyOf(metadata);
    }

    /** What a notice in eForms says; the keys that {@link NoticeDocument} makes of the whole are left to it. */
    static BoampContent of(Notice notice) {
        Map<String, String> metadata = new TreeMap<>(notice.metadata());
        metadata.keySet().removeAll(Set.of("buyer-siret", "contract-number", "earlier-notice", "cpv"));
        return new BoampContent(
                notice.title(),
                notice.description(),
                notice.buyers(),
                notice.estimate(),
                notice.cpv(),
                notice.lots(),
                notice.awards(),
                notice.earlier(),
                metadata.get("deadline"),
                null,
                notice.more(),
                metadata);
    }
}
