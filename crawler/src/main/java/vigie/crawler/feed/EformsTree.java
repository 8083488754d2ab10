package vigie.crawler.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A notice in eForms made easier to read: what UBL keeps in extensions stands where the extension stood, and of a text in
 * several languages one is left, the French one or that of the notice.
 */
final class EformsTree {

    private static final String EXTENSIONS = "ext:UBLExtensions";
    private static final String CONTENT = "ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension";
    private static final String LANGUAGE = "languageID";

    private final String language;

    private EformsTree(String language) {
        this.language = language;
    }

    static Element of(Element notice) {
        String language = notice.all("cbc:NoticeLanguageCode").stream()
                .map(Element::text)
                .findFirst()
                .orElse("");
        return new EformsTree(language).flat(notice);
    }

    private Element flat(Element element) {
        List<Element> children = element.children().stream()
                .flatMap(child -> child.name().equals(EXTENSIONS) ? content(child) : Stream.of(child))
                .toList();
        return new Element(
                element.name(),
                element.attributes(),
                element.text(),
                children.stream()
                        .filter(child -> isWanted(child, children))
                        .map(this::flat)
                        .toList());
    }

    private static Stream<Element> content(Element extensions) {
        List<Element> content = extensions.at(CONTENT);
        return content.isEmpty()
                ? Stream.of(extensions)
                : content.stream().flatMap(extension -> extension.children().stream());
    }

    private boolean isWanted(Element child, List<Element> siblings) {
        String written = child.attributes().get(LANGUAGE);
        if (written == null) {
            return true;
        }
        Set<String> languages = new HashSet<>();
        String first = written;
        for (Element sibling : siblings) {
            String other = sibling.attributes().get(LANGUAGE);
            if (other != null && sibling.name().equals(child.name())) {
                first = languages.isEmpty() ? other : first;
                languages.add(other);
            }
        }
        String wanted = languages.contains("FRA") ? "FRA" : languages.contains(language) ? language : first;
        return written.equals(wanted);
    }
}
