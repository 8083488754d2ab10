package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    @Test
    void xmlAndItsJsonAreTheSame() throws Exception {
        Element xml = xml("<N xmlns:x='" + UBL + "'><x:Sum currencyID='EUR'> 12 </x:Sum><a>1</a><a>2</a></N>");
        Element json = Element.of(
                "N",
                new JsonMapper()
                        .readTree("{\"cbc:Sum\":{\"@currencyID\":\"EUR\",\"#text\":\"12\"},\"a\":[\"1\",\"2\"]}"));
        assertThat(xml).isEqualTo(json);
        assertThat(xml.at("a")).extracting(Element::text).containsExactly("1", "2");
    }

    @Test
    void textBetweenElementsIsKeptInOrder() throws Exception {
        Element mixed = xml("<P>Marché n<FT TYPE='SUP'>o</FT>  01 <br/>du lot</P>");
        assertThat(mixed.allText()).isEqualTo("Marché n o 01 du lot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
                "<a>&undefined;</a>",
                "<a><b></a>",
                "",
                "{}"
            })
    void whatIsNotPlainXmlIsRefused(String text) {
        assertThatThrownBy(() -> xml(text)).isInstanceOf(ShapeException.class);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> xml("<a>".repeat(100_000) + "</a>".repeat(100_000)))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void whatNobodyTookIsLeftOver() throws Exception {
        Element root = xml("<r><a><b>1</b><c>2</c></a><a><b>3</b></a><d/><e>x</e></r>");
        Strict record = new Strict(root);
        assertThat(record.texts(root, "a/b")).containsExactly("1", "3");
        assertThat(record.leftOver()).containsExactly("a/c", "e");
        record.leave(root, "e");
        assertThat(record.leftOver()).containsExactly("a/c");
    }

    private static Element xml(String text) throws ShapeException {
        return XmlElements.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
