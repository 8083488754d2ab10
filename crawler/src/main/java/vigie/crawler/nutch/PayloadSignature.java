package vigie.crawler.nutch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HexFormat;
import org.apache.nutch.crawl.Signature;
import org.apache.nutch.parse.Parse;
import org.apache.nutch.protocol.Content;
import vigie.model.Json;

/** The SHA-256 of the body as Nutch's signature; the body itself may be put aside. */
public final class PayloadSignature extends Signature {

    private final JsonMapper json = Json.mapper();

    @Override
    public byte[] calculate(Content content, Parse parse) {
        try {
            String response = content.getMetadata().get(Fields.RESPONSE);
            return HexFormat.of()
                    .parseHex(json.readValue(response, Response.class).sha256());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable response record of " + content.getUrl(), e);
        }
    }
}
