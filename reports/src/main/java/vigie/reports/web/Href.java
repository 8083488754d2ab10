package vigie.reports.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An address of ours: a path and parameters.
 *
 * @param parameters name → values, in the order in which they are written
 */
record Href(String path, Map<String, List<String>> parameters) {

    static Href of(String path) {
        return new Href(path, Map.of());
    }

    static Href of(String path, Map<String, List<String>> parameters) {
        return new Href(path, parameters);
    }

    /** A path of these parts, each escaped. */
    static String path(String... parts) {
        StringBuilder path = new StringBuilder();
        for (String part : parts) {
            path.append('/').append(escaped(part).replace("+", "%20"));
        }
        return path.toString();
    }

    /** The same with other values of that parameter; none leaves it out. */
    Href with(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        if (values.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.copyOf(values));
        }
        return new Href(path, changed);
    }

    /** The same with another value of that parameter; an empty one leaves it out. */
    Href with(String name, String value) {
        return with(name, value.isEmpty() ? List.of() : List.of(value));
    }

    @Override
    public String toString() {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(value -> pairs.add(escaped(name) + "=" + escaped(value))));
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
