package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;

/**
 * Who won in an eForms notice, and what: lot result → contract → tender → tendering party → tenderers → organisations. A
 * result may list the tenders that lost as well; those of its contracts won.
 */
final class EformsAwards {

    private static final String RESULT = "efac:NoticeResult/";

    private final Strict strict;
    private final EformsCodes codes;
    private final EformsParties parties;
    private final List<Element> results;
    private final Map<String, Element> tenders;
    private final Map<String, Element> contracts;
    private final Map<String, Element> groups;

    EformsAwards(Element tree, Strict strict, EformsCodes codes, EformsParties parties) {
        this.strict = strict;
        this.codes = codes;
        this.parties = parties;
        this.results = tree.at(RESULT + "efac:LotResult");
        this.tenders = byId(tree.at(RESULT + "efac:LotTender"));
        this.contracts = byId(tree.at(RESULT + "efac:SettledContract"));
        this.groups = byId(tree.at(RESULT + "efac:TenderingParty"));
        // References between them, which those of lost tenders and of nobody's contracts never follow.
        for (String path : List.of("efac:LotTender/efac:TenderLot", "efac:LotTender/efac:TenderingParty")) {
            strict.leave(tree, RESULT + path);
        }
        strict.leave(tree, RESULT + "efac:SettledContract/efac:ContractReference");
    }

    private Map<String, Element> byId(List<Element> elements) {
        Map<String, Element> found = new LinkedHashMap<>();
        for (Element element : elements) {
            strict.text(element, "cbc:ID").ifPresent(id -> found.putIfAbsent(id, element));
        }
        return found;
    }

    /** All results, in order; contracts without a result, as in notices of modification; else whoever is named. */
    List<Award> all() {
        List<Award> awards = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (Element result : results) {
            List<String> settled = strict.texts(result, "efac:SettledContract/cbc:ID");
            told.addAll(settled);
            awards.addAll(of(result, settled));
        }
        contracts.forEach((id, contract) -> {
            List<String> signed = strict.texts(contract, "efac:LotTender/cbc:ID");
            if (!told.contains(id)) {
                signed.forEach(tender -> awards.add(award(null, tender, contract)));
            }
        });
        if (awards.isEmpty()) {
            tenders.keySet().forEach(tender -> awards.add(award(null, tender, null)));
        }
        if (awards.isEmpty()) {
            groups.values().forEach(group -> awards.add(new Award(null, null, holders(group), null, null, null, null)));
        }
        return awards;
    }

    private List<Award> of(Element result, List<String> settled) {
        List<String> lots = strict.texts(result, "efac:TenderLot/cbc:ID");
        String lot = lots.isEmpty() ? null : EformsNotice.lotNumber(lots.get(0));
        List<String> listed = strict.texts(result, "efac:LotTender/cbc:ID");
        String code = strict.text(result, "cbc:TenderResultCode").orElse("");
        String reason = strict.text(result, "efac:DecisionReason/efbc:DecisionReasonCode")
                .orElse("");
        if (!code.equals("selec-w") && !code.isEmpty()) {
            String why = reason.isEmpty() ? "" : " : " + codes.word("non-award-justification", reason);
            String outcome = codes.word("winner-selection-status", code) + why;
            return List.of(new Award(lot, null, List.of(), null, null, null, outcome));
        }
        List<Award> awards = new ArrayList<>();
        for (String id : settled) {
            Element contract = contracts.get(id);
            List<String> signed = contract == null ? List.of() : strict.texts(contract, "efac:LotTender/cbc:ID");
            signed.stream()
                    .filter(tender -> listed.isEmpty() || listed.contains(tender))
                    .forEach(tender -> awards.add(award(lot, tender, contract)));
        }
        if (awards.isEmpty()) {
            listed.forEach(tender -> awards.add(award(lot, tender, null)));
        }
        return awards;
    }

    private Award award(@Nullable String lot, String tenderId, @Nullable Element contract) {
        Element tender = tenders.get(tenderId);
        List<Party> holders = new ArrayList<>();
        Sum amount = null;
        String ofLot = lot;
        if (tender != null) {
            List<String> lots = strict.texts(tender, "efac:TenderLot/cbc:ID");
            ofLot = lot == null && !lots.isEmpty() ? EformsNotice.lotNumber(lots.get(0)) : lot;
            amount = strict.first(tender, "cac:LegalMonetaryTotal/cbc:PayableAmount")
                    .flatMap(codes::sum)
                    .orElse(null);
            for (String group : strict.texts(tender, "efac:TenderingParty/cbc:ID")) {
                Optional.ofNullable(groups.get(group)).ifPresent(found -> holders.addAll(holders(found)));
            }
        }
        if (contract == null) {
            return new Award(ofLot, null, holders, amount, null, null, null);
        }
        Optional<String> decided = strict.text(contract, "cbc:AwardDate");
        Optional<String> signed = strict.text(contract, "cbc:IssueDate");
        return new Award(
                ofLot,
                strict.text(contract, "efac:ContractReference/cbc:ID").orElse(null),
                holders,
                amount,
                decided.or(() -> signed).flatMap(codes::date).orElse(null),
                null,
                null);
    }

    private List<Party> holders(Element group) {
        return strict.texts(group, "efac:Tenderer/cbc:ID").stream()
                .flatMap(id -> parties.party(id).stream())
                .toList();
    }

    /** What else is told of holders and contracts. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Element group : groups.values()) {
            for (String id : strict.texts(group, "efac:SubContractor/cbc:ID")) {
                parties.party(id)
                        .map(Party::name)
                        .ifPresent(name -> lines.add(new Line("Sous-traitant", String.valueOf(name))));
            }
        }
        return lines;
    }
}
