package vigie.model.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sees to it that no two things of a sort have the same id, over all files. */
final class Ids {

    private final Map<String, String> places = new HashMap<>();

    /** Reads the id in {@code node} and takes it for something of that sort. */
    Optional<String> take(String sort, Node node, FileProblems problems) {
        Optional<String> id = new Values(problems).id(node);
        id.ifPresent(value -> {
            String taken = places.putIfAbsent(sort + " " + value, problems.file() + ":" + node.line());
            if (taken != null) {
                problems.add(node.line(), Fault.DUPLICATE_ID, value, taken);
            }
        });
        return id;
    }
}
