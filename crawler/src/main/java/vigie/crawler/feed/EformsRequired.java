package vigie.crawler.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vigie.crawler.feed.Reading.Remark;

/** Which fields a notice in eForms must have, by its subtype, as far as we read them. Immutable. */
final class EformsRequired {

    private static final String EXTENSION = "E/";
    private static final String EXTENSION_PATH =
            "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension/";

    private final List<Field> fields = Table.rows("eforms-required.tsv", 4).stream()
            .map(row -> new Field(row.get(0), row.get(1), row.get(2), row.get(3)))
            .toList();

    private record Field(String id, String subtypes, String path, String unless) {

        boolean isFor(String subtype) {
            List<String> listed = List.of(subtypes.replaceFirst("^!", "").split(",", -1));
            return subtypes.equals("*") || subtypes.startsWith("!") != listed.contains(subtype);
        }

        /** Whether some element that should hold the field does not. */
        boolean isMissing(Element tree) {
            String plain = path.startsWith(EXTENSION) ? path.substring(EXTENSION.length()) : path;
            int bar = plain.indexOf('|');
            List<Element> holders = bar < 0 ? List.of(tree) : tree.at(plain.substring(0, bar));
            return !isNeedless(tree)
                    && holders.stream()
                            .anyMatch(holder -> holder.at(plain.substring(bar + 1)).stream()
                                    .allMatch(field -> field.allText().isBlank()));
        }

        private boolean isNeedless(Element tree) {
            int is = unless.indexOf('=');
            return is > 0
                    && tree.at(unless.substring(EXTENSION.length(), is)).stream()
                            .anyMatch(value -> value.text().equals(unless.substring(is + 1)));
        }

        Remark remark() {
            String whole = path.startsWith(EXTENSION) ? EXTENSION_PATH + path.substring(EXTENSION.length()) : path;
            return new Remark("field-missing", id + " is missing: /*/" + whole.replace('|', '/'));
        }
    }

    /** @param tree as {@link EformsTree} makes it */
    Set<Remark> missing(Element tree) {
        String subtype = tree.at("efac:NoticeSubType/cbc:SubTypeCode").stream()
                .map(Element::text)
                .findFirst()
                .orElse("");
        Set<Remark> missing = new LinkedHashSet<>();
        fields.stream()
                .filter(field -> field.isFor(subtype) && field.isMissing(tree))
                .forEach(field -> missing.add(field.remark()));
        return missing;
    }
}
