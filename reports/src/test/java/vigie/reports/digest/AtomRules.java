package vigie.reports.digest;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Whether a feed keeps RFC 4287: its RELAX NG grammar ({@code atom.rnc}), and what the text says beside it, as feed
 * validators check it.
 */
public final class AtomRules {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Pattern URN =
            Pattern.compile("urn:[a-z0-9][a-z0-9-]{1,31}:(?:[A-Za-z0-9()+,.:=@;$_!*'/-]|%[0-9A-Fa-f]{2})+");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)");

    private final List<String> faults = new ArrayList<>();

    private AtomRules() {}

    /** All that is wrong with the feed; empty if it is valid. */
    public static List<String> faults(String feed) throws IOException {
        AtomRules rules = new AtomRules();
        try {
            rules.grammar(feed);
            if (rules.faults.isEmpty()) {
                rules.beside(root(feed));
            }
        } catch (SAXException e) {
            rules.faults.add(String.valueOf(e.getMessage()));
        }
        return rules.faults;
    }

    private void grammar(String feed) throws IOException, SAXException {
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandler() {
            @Override
            public void warning(SAXParseException told) {
                faults.add(told.getMessage());
            }

            @Override
            public void error(SAXParseException told) {
                faults.add(told.getLineNumber() + ": " + told.getMessage());
            }

            @Override
            public void fatalError(SAXParseException told) {
                error(told);
            }
        });
        ValidationDriver driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        try (InputStream schema = Objects.requireNonNull(AtomRules.class.getResourceAsStream("atom.rnc"))) {
            if (!driver.loadSchema(new InputSource(schema))) {
                throw new IOException("atom.rnc: " + faults);
            }
        }
        if (!driver.validate(new InputSource(new StringReader(feed))) && faults.isEmpty()) {
            faults.add("not valid");
        }
    }

    private static Element root(String feed) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(feed)))
                    .getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void beside(Element feed) {
        common(feed);
        List<Element> entries = children(feed, "entry");
        if (children(feed, "author").isEmpty()
                && !entries.stream()
                        .allMatch(entry -> !children(entry, "author").isEmpty())) {
            faults.add("neither the feed nor each entry has an author (4.1.1)");
        }
        Set<String> ids = new HashSet<>();
        for (Element entry : entries) {
            common(entry);
            String id = text(entry, "id");
            if (!ids.add(id)) {
                faults.add("two entries have the id " + id);
            }
            boolean isLinked = children(entry, "link").stream().anyMatch(AtomRules::isAlternate);
            if (children(entry, "content").isEmpty() && !isLinked) {
                faults.add(id + ": neither content nor an alternate link (4.1.2)");
            }
            if (text(entry, "title").isBlank()) {
                faults.add(id + ": a blank title");
            }
        }
    }

    /** Ids, moments and links of a feed or of an entry. */
    private void common(Element one) {
        String id = text(one, "id");
        if (!URN.matcher(id).matches()) {
            faults.add("no URN by its grammar: " + id);
        }
        if (!MOMENT.matcher(text(one, "updated")).matches()) {
            faults.add(id + ": no RFC 3339 moment: " + text(one, "updated"));
        }
        Set<String> alternates = new HashSet<>();
        for (Element link : children(one, "link")) {
            try {
                if (!new URI(link.getAttribute("href")).isAbsolute()) {
                    faults.add(id + ": relative link without a base: " + link.getAttribute("href"));
                }
            } catch (URISyntaxException e) {
                faults.add(id + ": no URI: " + e.getMessage());
            }
            if (isAlternate(link) && !alternates.add(link.getAttribute("type") + " " + link.getAttribute("hreflang"))) {
                faults.add(id + ": two alternate links of one type and language (4.1.1, 4.1.2)");
            }
        }
    }

    private static boolean isAlternate(Element link) {
        return Set.of("", "alternate").contains(link.getAttribute("rel"));
    }

    private static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && ATOM.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
