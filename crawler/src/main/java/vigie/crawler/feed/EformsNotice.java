package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Lot;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Term;

/**
 * Reads notices in eForms (Regulation (EU) 2019/1780; UBL 2.3 with the extensions of the eForms SDK), all families and
 * subtypes: TED's XML, and BOAMP's JSON made of it, which is the same once both are {@link Element}s. Numbers such as
 * BT-21 are those of the SDK's {@code fields.json}. Immutable.
 */
final class EformsNotice {

    private static final Set<String> FAMILIES = Set.of(
            "PriorInformationNotice", "ContractNotice", "ContractAwardNotice", "BusinessRegistrationInformationNotice");
    private static final String PROJECT = "cac:ProcurementProject/";
    private static final List<String> DEADLINES = List.of(
            "cac:TenderSubmissionDeadlinePeriod",
            "cac:ParticipationRequestReceptionPeriod",
            "efac:InterestExpressionReceptionPeriod",
            "efac:AnswerReceptionPeriod");
    private static final List<String> EARLIER = List.of(
            "efac:Changes/efbc:ChangedNoticeIdentifier",
            "efac:ContractModification/efbc:ChangedNoticeIdentifier",
            "cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID",
            "cac:ProcurementProjectLot/cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID",
            "efac:NoticeResult/efac:SettledContract/cac:NoticeDocumentReference/cbc:ID");

    private final EformsCodes.Words words;
    private final Map<String, Type> types;
    private final LineTable lines;
    private final LineTable lotLines;
    private final EformsRequired required = new EformsRequired();

    private record Type(DocumentKind kind, String name) {}

    /**
     * @param remarks values that are not understood, references to nobody, fields that are missing or that nobody read
     */
    record Read(Notice notice, List<Remark> remarks) {}

    EformsNotice() {
        words = EformsCodes.Words.load();
        types = Table.rows("eforms-types.tsv", 3).stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.get(0), row -> new Type(Term.of(DocumentKind.class, row.get(1)), row.get(2))));
        lines = LineTable.load("eforms-lines.tsv");
        lotLines = lines.below("lot/");
    }

    /** Whether {@code root} is called like a notice in eForms. */
    static boolean isNotice(Element root) {
        return FAMILIES.contains(root.name());
    }

    /**
     * The notice that {@code root} holds; whatever it lacks is remarked.
     *
     * @param label what the feed calls it, such as "Avis BOAMP n°"
     * @param number in the feed; null for its number in the Official Journal, or the notice's own one before that
     */
    Read read(Element root, String label, @Nullable String number) {
        Element tree = EformsTree.of(root);
        Set<Remark> remarks = new LinkedHashSet<>(required.missing(tree));
        Strict strict = new Strict(tree);
        EformsCodes codes = new EformsCodes(words, remarks);
        EformsParties parties = new EformsParties(tree, remarks);
        EformsAwards awards = new EformsAwards(tree, strict, codes, parties);
        One one = new One(this, tree, strict, codes, parties, awards);
        Notice notice = one.notice(label, number, type(tree, strict, remarks));
        strict.leftOver().forEach(path -> remarks.add(new Remark("field-left-over", "nobody reads " + path)));
        return new Read(notice, List.copyOf(remarks));
    }

    private Type type(Element tree, Strict strict, Set<Remark> remarks) {
        String code = strict.text(tree, "cbc:NoticeTypeCode").orElse("");
        Type type = types.get(code);
        if (type != null) {
            return type;
        }
        if (!code.isEmpty()) {
            remarks.add(new Remark("unknown-value", "'" + code + "' is no type of notice that we know"));
        }
        return switch (tree.name()) {
            case "ContractAwardNotice" -> new Type(DocumentKind.AVIS_ATTRIBUTION, "Avis d'attribution");
            case "BusinessRegistrationInformationNotice" -> new Type(DocumentKind.AUTRE, "Avis");
            default -> new Type(DocumentKind.AVIS_DE_MARCHE, "Avis");
        };
    }

    /** LOT-0001 is lot 1; LOT-0000 is the whole of a procedure without lots. */
    static String lotNumber(String id) {
        return id.equals("LOT-0000") ? "unique" : id.replaceFirst("^LOT-0*(?=\\d)", "");
    }

    /** What is done for one notice. */
    private record One(
            EformsNotice shared,
            Element tree,
            Strict strict,
            EformsCodes codes,
            EformsParties parties,
            EformsAwards awards) {

        Notice notice(String label, @Nullable String number, Type type) {
            Optional<String> journal = strict.text(tree, "efac:Publication/efbc:NoticePublicationID")
                    .map(id -> id.replaceFirst("^0+", ""));
            String version = strict.text(tree, "cbc:VersionID").orElse("01");
            Optional<String> own = strict.text(tree, "cbc:ID").map(id -> id + "-" + version);
            Optional<String> published = strict.text(tree, "efac:Publication/efbc:PublicationDate");
            Optional<String> sent = strict.text(tree, "cbc:IssueDate");
            List<Party> buyers =
                    strict.texts(tree, "cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID").stream()
                            .flatMap(id -> parties.party(id).stream())
                            .toList();
            List<Lot> lots = lots();
            List<String> earlier = EARLIER.stream()
                    .flatMap(path -> strict.texts(tree, path).stream())
                    .distinct()
                    .toList();
            List<Notice.Award> results = awards.all();
            Map<String, String> metadata = metadata(own.orElse(null));
            String title = title(lots);
            Optional<PartialDate> date = published.or(() -> sent).flatMap(codes::date);
            return new Notice(
                    label,
                    number != null ? number : journal.or(() -> own).orElse("?"),
                    type.kind(),
                    type.name() + (tree.all("efac:Changes").isEmpty() ? "" : " (avis rectificatif)"),
                    date.orElse(null),
                    buyers,
                    title,
                    strict.text(tree, PROJECT + "cbc:Description").orElse(null),
                    sum(tree),
                    cpv(tree),
                    lots,
                    results,
                    earlier,
                    Stream.concat(awards.lines().stream(), lines().stream()).toList(),
                    metadata);
        }

        private String title(List<Lot> lots) {
            return strict.text(tree, PROJECT + "cbc:Name")
                    .or(() -> lots.stream()
                            .flatMap(lot -> Stream.ofNullable(lot.title()))
                            .findFirst())
                    .or(() -> strict.text(tree, "cac:BusinessParty/cac:PartyLegalEntity/cbc:RegistrationName"))
                    .orElse("sans objet");
        }

        private @Nullable Sum sum(Element in) {
            return strict.first(in, PROJECT + "cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount")
                    .flatMap(codes::sum)
                    .orElse(null);
        }

        private List<String> cpv(Element in) {
            List<String> found = new ArrayList<>();
            for (String group : List.of("cac:MainCommodityClassification", "cac:AdditionalCommodityClassification")) {
                for (Element code : in.at(PROJECT + group + "/cbc:ItemClassificationCode")) {
                    if (code.attributes().getOrDefault("listName", "cpv").equals("cpv")) {
                        strict.leave(code);
                        found.add(code.text());
                    }
                }
            }
            return found.stream().filter(code -> !code.isBlank()).distinct().toList();
        }

        private List<Lot> lots() {
            List<Lot> lots = new ArrayList<>();
            String whole = strict.text(tree, PROJECT + "cbc:Description").orElse("");
            for (Element lot : tree.all("cac:ProcurementProjectLot")) {
                String id = strict.text(lot, "cbc:ID").orElse(String.valueOf(lots.size() + 1));
                lots.add(new Lot(
                        lotNumber(id),
                        strict.text(lot, PROJECT + "cbc:Name").orElse(null),
                        strict.text(lot, PROJECT + "cbc:Description")
                                .filter(text -> !text.equals(whole))
                                .orElse(null),
                        sum(lot),
                        cpv(lot)));
            }
            return lots;
        }

        private Map<String, String> metadata(@Nullable String own) {
            Map<String, List<String>> found = new TreeMap<>();
            found.put("notice-id", own == null ? List.of() : List.of(own));
            found.put("procedure-id", strict.texts(tree, "cbc:ContractFolderID"));
            found.put("notice-type", strict.texts(tree, "cbc:NoticeTypeCode"));
            found.put("notice-subtype", strict.texts(tree, "efac:NoticeSubType/cbc:SubTypeCode"));
            found.put("deadline", deadlines());
            return Notice.joined(found);
        }

        private List<String> deadlines() {
            List<String> found = new ArrayList<>();
            for (String period : DEADLINES) {
                for (Element end : tree.at("cac:ProcurementProjectLot/cac:TenderingProcess/" + period)) {
                    String text = end.children().stream()
                            .filter(child -> child.name().startsWith("cbc:End"))
                            .map(codes::text)
                            .collect(Collectors.joining("T"));
                    if (!text.isBlank()) {
                        found.add(text);
                    }
                }
            }
            return found;
        }

        private List<Line> lines() {
            List<Line> found = new ArrayList<>(shared.lines.lines(tree, "", strict, codes::text));
            List<Element> lots = tree.all("cac:ProcurementProjectLot");
            for (Element lot : lots) {
                String id = lot.all("cbc:ID").stream()
                        .map(Element::text)
                        .findFirst()
                        .orElse("");
                String which = lots.size() == 1 ? "" : " (lot " + lotNumber(id) + ")";
                found.addAll(shared.lotLines.lines(lot, which, strict, codes::text));
            }
            return found;
        }
    }
}
