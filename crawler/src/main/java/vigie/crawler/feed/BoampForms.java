package vigie.crawler.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vigie.crawler.feed.Reading.Remark;

/** Reads the form of a record, {@code donnees}, by the reader of its layout. Immutable. */
final class BoampForms {

    private static final String EFORMS = "EFORMS";
    private static final Set<String> FAMILIES = Set.of("mapa", "fnsimple", "dsp");

    /** What forms of the old layout hold. */
    private static final Set<String> LEGACY =
            Set.of("identite", "objet", "attribution", "organisme", "procedure", "modif", "rectif", "annulation");

    /** What a notice does whose form has such a part. */
    private static final Map<String, String> NATURES = Map.of(
            "modif", "MODIFICATION",
            "modification", "MODIFICATION",
            "rectif", "RECTIFICATIF",
            "rectificatif", "RECTIFICATIF",
            "annulation", "ANNULATION",
            "attribution", "ATTRIBUTION");

    private final EformsNotice eforms;

    BoampForms(EformsNotice eforms) {
        this.eforms = eforms;
    }

    static boolean isEforms(Element record) {
        return !record.at("donnees/" + EFORMS).isEmpty();
    }

    /** What the notice does, as far as parts of its form tell. */
    static Optional<String> nature(Element record) {
        List<Element> parts = record.at("donnees").stream()
                .flatMap(form -> form.children().stream())
                .toList();
        return Stream.concat(
                        parts.stream(),
                        parts.stream()
                                .filter(part -> FAMILIES.contains(part.name()))
                                .flatMap(part -> part.children().stream()))
                .flatMap(part -> Stream.ofNullable(NATURES.get(part.name())))
                .findFirst();
    }

    /** @param remarks what is not understood is added here */
    BoampContent read(String number, Element record, Strict strict, Set<Remark> remarks) {
        Element form = record.all("donnees").stream().findFirst().orElse(null);
        if (form == null || form.children().isEmpty()) {
            return BoampContent.EMPTY;
        }
        Element layout = form.children().get(0);
        if (layout.name().equals(EFORMS)) {
            return eforms(number, layout, strict, remarks);
        }
        if (FAMILIES.contains(layout.name()) || !layout.all("organisme").isEmpty()) {
            return BoampFamily.read(strict, layout);
        }
        if (form.children().stream().noneMatch(part -> LEGACY.contains(part.name()))) {
            remarks.add(new Remark("unknown-value", "donnees has another layout, " + layout.name()));
        }
        return BoampLegacy.read(strict, form);
    }

    private BoampContent eforms(String number, Element layout, Strict strict, Set<Remark> remarks) {
        Element form = layout.children().stream()
                .filter(EformsNotice::isNotice)
                .findFirst()
                .orElse(null);
        if (form == null) {
            remarks.add(new Remark("unknown-value", "no notice in eForms that we know"));
            return BoampContent.EMPTY;
        }
        strict.leave(form);
        EformsNotice.Read read = eforms.read(form, BoampNotice.LABEL, number);
        remarks.addAll(read.remarks());
        return BoampContent.of(read.notice());
    }
}
