package vigie.crawler.feed;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML into {@link Element}s. A document type declaration is refused, so that no entity is ever expanded or fetched;
 * depth and number of elements are bounded.
 */
final class XmlElements {

    private static final int DEEPEST = 200;
    private static final int MOST = 2_000_000;

    /** Prefixes by vocabulary, because a prefix is the writer's choice: those of the eForms SDK. */
    private static final Map<String, String> PREFIXES = Map.of(
            "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2", "cbc:",
            "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2", "cac:",
            "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2", "ext:",
            "http://data.europa.eu/p27/eforms-ubl-extensions/1", "efext:",
            "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1", "efac:",
            "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1", "efbc:");

    private XmlElements() {}

    /** @throws ShapeException if it is not well-formed, declares a document type or is beyond all measure */
    static Element read(byte[] xml) throws ShapeException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            int[] left = {MOST};
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new ShapeException("the XML declares a document type: refused");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return element(reader, 0, left);
                }
            }
            throw new ShapeException("the XML holds no element");
        } catch (XMLStreamException e) {
            throw new ShapeException("the XML is broken: " + e.getMessage(), e);
        }
    }

    private static Element element(XMLStreamReader reader, int depth, int[] left)
            throws XMLStreamException, ShapeException {
        if (depth > DEEPEST || --left[0] < 0) {
            throw new ShapeException("the XML is deeper or longer than any record is");
        }
        // BOAMP writes urn:boamp: for OASIS's own.
        String vocabulary = String.valueOf(reader.getNamespaceURI()).replaceFirst("^urn:boamp:", "urn:oasis:");
        String name = PREFIXES.getOrDefault(vocabulary, "") + reader.getLocalName();
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        List<Element> content = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                content.add(element(reader, depth + 1, left));
            } else if (reader.isCharacters() && !reader.isWhiteSpace()) {
                content.add(Element.leaf(Element.TEXT, reader.getText()));
            }
        }
        boolean isText = content.stream().allMatch(piece -> piece.name().equals(Element.TEXT));
        if (!isText) {
            return new Element(name, attributes, "", content);
        }
        StringBuilder text = new StringBuilder();
        content.forEach(piece -> text.append(piece.text()));
        return new Element(name, attributes, text.toString(), List.of());
    }
}
