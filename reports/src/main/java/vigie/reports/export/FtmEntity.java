package vigie.reports.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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

    /** Adds a moment as the library's own cleaner writes it: UTC, to the second, without a zone. */
    FtmEntity at(String property, @Nullable Instant moment) {
        return with(
                property,
                moment == null
                        ? null
                        : LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
                                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
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
