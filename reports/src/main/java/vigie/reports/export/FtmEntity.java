package vigie.reports.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An entity of FollowTheMoney under construction: every property is a list of texts. */
final class FtmEntity {

    private final ObjectNode entity;
    private final ObjectNode properties;

    FtmEntity(String schema, String id) {
        entity = JsonNodeFactory.instance.objectNode().put("id", id).put("schema", schema);
        properties = entity.putObject("properties");
    }

    String id() {
        return entity.get("id").textValue();
    }

    /** Adds a value, unless it is null or empty. */
    FtmEntity with(String property, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            properties.withArrayProperty(property).add(text);
        }
        return this;
    }

    /** The same with a text of {@code most} characters at most; a longer one ends with … */
    FtmEntity clipped(String property, @Nullable String text, int most) {
        if (text == null || text.length() <= most) {
            return with(property, text);
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return with(property, text.substring(0, end) + "…");
    }

    FtmEntity withAll(String property, Collection<String> values) {
        values.forEach(value -> with(property, value));
        return this;
    }

    ObjectNode json() {
        return entity;
    }
}
