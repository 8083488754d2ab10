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
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Lot;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Term;

/**
 * Reads TED's notices from before eForms (until October 2023): {@code TED_EXPORT}, schemas R2.0.8 and R2.0.9. One file holds
 * the notice in several languages; the French one is read, or the original. Immutable.
 */
final class TedExport {

    private static final String CODED = "CODED_DATA_SECTION/";

    private final Map<String, Form> forms;
    private final LineTable lines;
    private final List<List<String>> names;

    private record Form(DocumentKind kind, String name) {}

    TedExport() {
        forms = Table.rows("ted-export-forms.tsv", 3).stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.get(0), row -> new Form(Term.of(DocumentKind.class, row.get(1)), row.get(2))));
        lines = LineTable.load("ted-export-lines.tsv");
        names = Table.rows("ted-export-names.tsv", 2);
    }

    static boolean isNotice(Element root) {
        return root.name().equals("TED_EXPORT");
    }

    /** @throws ShapeException if it holds no form */
    EformsNotice.Read read(Element root, String label) throws ShapeException {
        List<Element> languages = root.at("FORM_SECTION").stream()
                .flatMap(section -> section.children().stream())
                .filter(form -> form.attributes().containsKey("LG"))
                .toList();
        Element form = plain(languages.stream()
                .filter(one -> "FR".equals(one.attributes().get("LG")))
                .findFirst()
                .or(() -> languages.stream()
                        .filter(one -> "ORIGINAL".equals(one.attributes().get("CATEGORY")))
                        .findFirst())
                .or(() -> languages.stream().findFirst())
                .orElseThrow(() -> new ShapeException("a TED_EXPORT without a form")));
        Set<Remark> remarks = new LinkedHashSet<>();
        Strict strict = new Strict(form);
        Notice notice =
                new One(this, root, form, strict, new TedFields(strict, remarks)).notice(label, form(form, remarks));
        strict.leftOver().forEach(path -> remarks.add(new Remark("field-left-over", "nobody reads " + path)));
        return new EformsNotice.Read(notice, List.copyOf(remarks));
    }

    /** With raised and lowered letters part of their paragraph's text. */
    private static Element plain(Element element) {
        return element.name().equals("P")
                ? Element.leaf("P", element.allText())
                : new Element(
                        element.name(),
                        element.attributes(),
                        element.text(),
                        element.children().stream().map(TedExport::plain).toList());
    }

    private Form form(Element form, Set<Remark> remarks) {
        String number = form.attributes().getOrDefault("FORM", form.name());
        String key = number.matches("\\d+") ? "F" + (number.length() < 2 ? "0" : "") + number : number;
        boolean isAward = form.all("NOTICE").stream()
                .anyMatch(notice -> notice.attributes().getOrDefault("TYPE", "").contains("AWARD"));
        Form found = forms.get(isAward ? key + "-AWARD" : key);
        if (found == null) {
            remarks.add(new Remark("unknown-value", "'" + key + "' is no form of TED that we know"));
            return new Form(DocumentKind.AVIS_DE_MARCHE, "Avis");
        }
        return found;
    }

    /** What is done for one notice. */
    private record One(TedExport shared, Element root, Element form, Strict strict, TedFields fields) {

        Notice notice(String label, Form type) {
            Optional<TedOldForm> old = TedOldForm.is(form)
                    ? Optional.of(new TedOldForm(form, strict, fields, shared.names))
                    : Optional.empty();
            List<Party> buyers = old.map(TedOldForm::buyers)
                    .orElseGet(() ->
                            fields.parties(form, "ADDRESS_CONTRACTING_BODY", "ADDRESS_CONTRACTING_BODY_ADDITIONAL"));
            List<Lot> lots = old.map(TedOldForm::lots).orElseGet(this::lots);
            List<Award> awards = old.map(TedOldForm::awards).orElseGet(this::awards);
            List<String> earlier = Stream.concat(
                            root.at(CODED + "NOTICE_DATA/REF_NOTICE/NO_DOC_OJS").stream()
                                    .map(Element::text),
                            old
                                    .map(TedOldForm::earlier)
                                    .orElseGet(() -> strict.texts(form, "PROCEDURE/NOTICE_NUMBER_OJ"))
                                    .stream())
                    .map(TedFields::number)
                    .distinct()
                    .toList();
            List<String> cpv = root.at(CODED + "NOTICE_DATA/ORIGINAL_CPV").stream()
                    .flatMap(code -> Stream.ofNullable(code.attributes().get("CODE")))
                    .distinct()
                    .toList();
            PartialDate published = root.at(CODED + "REF_OJS/DATE_PUB").stream()
                    .flatMap(date -> fields.day(date.text()).stream())
                    .findFirst()
                    .orElse(null);
            return new Notice(
                    label,
                    root.attributes().getOrDefault("DOC_ID", "?").replaceFirst("^0+", ""),
                    type.kind(),
                    type.name(),
                    published,
                    buyers,
                    old.map(TedOldForm::title)
                            .orElseGet(() -> strict.text(form, "OBJECT_CONTRACT/TITLE"))
                            .or(this::journalTitle)
                            .orElse("sans objet"),
                    old.isPresent()
                            ? old.get().description()
                            : strict.text(form, "OBJECT_CONTRACT/SHORT_DESCR").orElse(null),
                    old.isPresent() ? old.get().estimate() : estimate(),
                    cpv,
                    lots,
                    awards,
                    earlier,
                    old.map(TedOldForm::lines).orElseGet(() -> shared.lines.lines(form, "", strict, fields::words)),
                    metadata(old.flatMap(TedOldForm::deadline).orElseGet(this::deadline)));
        }

        private Optional<String> journalTitle() {
            return root.at("TRANSLATION_SECTION/ML_TITLES/ML_TI_DOC").stream()
                    .filter(title -> "FR".equals(title.attributes().get("LG")))
                    .flatMap(title -> title.all("TI_TEXT").stream())
                    .map(Element::allText)
                    .findFirst();
        }

        private @Nullable Sum estimate() {
            return strict.first(form, "OBJECT_CONTRACT/VAL_ESTIMATED_TOTAL")
                    .flatMap(fields::sum)
                    .orElse(null);
        }

        private String deadline() {
            return Stream.of("DATE_RECEIPT_TENDERS", "TIME_RECEIPT_TENDERS")
                    .flatMap(name -> form.at("PROCEDURE/" + name).stream().map(Element::text))
                    .collect(Collectors.joining("T"));
        }

        private Map<String, String> metadata(String deadline) {
            Map<String, List<String>> found = new TreeMap<>();
            found.put("notice-type", List.of(form.attributes().getOrDefault("FORM", form.name())));
            found.put("deadline", deadline.isEmpty() ? List.of() : List.of(deadline));
            return Notice.joined(found);
        }

        private List<Lot> lots() {
            List<Lot> lots = new ArrayList<>();
            for (Element lot : TedFields.descendants(form, "OBJECT_DESCR").toList()) {
                lots.add(new Lot(
                        strict.text(lot, "LOT_NO").orElse("unique"),
                        strict.text(lot, "TITLE").orElse(null),
                        strict.text(lot, "SHORT_DESCR").orElse(null),
                        strict.first(lot, "VAL_OBJECT").flatMap(fields::sum).orElse(null),
                        TedFields.descendants(lot, "CPV_CODE")
                                .flatMap(code ->
                                        Stream.ofNullable(code.attributes().get("CODE")))
                                .distinct()
                                .toList()));
            }
            return lots;
        }

        private List<Award> awards() {
            List<Award> awards = new ArrayList<>();
            for (Element award : form.all("AWARD_CONTRACT")) {
                List<Party> holders = fields.parties(award, "ADDRESS_CONTRACTOR");
                boolean isVain = TedFields.descendants(award, "NO_AWARDED_CONTRACT")
                        .findAny()
                        .isPresent();
                boolean isGivenUp = TedFields.descendants(award, "PROCUREMENT_DISCONTINUED")
                        .findAny()
                        .isPresent();
                awards.add(new Award(
                        strict.text(award, "LOT_NO").orElse(null),
                        strict.text(award, "CONTRACT_NO").orElse(null),
                        holders,
                        TedFields.descendants(award, "VAL_TOTAL")
                                .flatMap(total -> fields.sum(total).stream())
                                .findFirst()
                                .orElse(null),
                        TedFields.descendants(award, "DATE_CONCLUSION_CONTRACT")
                                .flatMap(date -> fields.concluded(date).stream())
                                .findFirst()
                                .orElse(null),
                        null,
                        !isVain ? null : isGivenUp ? "Procédure abandonnée" : "Marché non attribué"));
            }
            TedFields.descendants(form, "ADDRESS_WINNER")
                    .forEach(winner ->
                            awards.add(new Award(null, null, List.of(fields.party(winner)), null, null, null, null)));
            return awards;
        }
    }
}
