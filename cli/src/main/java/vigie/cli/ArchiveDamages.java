package vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.cli.Health.Finding;
import vigie.cli.Health.Kind;
import vigie.model.Issue;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;

/**
 * Which files of the archive are damaged now. Looked at are the segments that {@code issues.jsonl} tells of, and the newest
 * one: what was put back from a backup is no finding any more. {@code vigie doctor --archive} reads all and leaves lines there.
 */
final class ArchiveDamages {

    private static final Pattern FILE = Pattern.compile("(?:attempts-|documents-)?(.+?)(?:\\.warc\\.gz|\\.jsonl\\.gz)");

    private ArchiveDamages() {}

    /** One finding for each file, since it was first told. */
    static List<Finding> of(DataDirectory data, HealthLines lines, Clock clock) throws IOException {
        Path folder = data.archive();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Map<String, Instant> since = new TreeMap<>();
        Set<String> segments = new TreeSet<>();
        for (JsonNode issue : lines.read(data.issues(), line -> line.contains("\"archive\""))) {
            Matcher file = FILE.matcher(nameOf(issue.path("url").asText()));
            if (issue.path("step").asText().equals("archive") && file.matches()) {
                since.merge(file.group(), Instant.parse(issue.path("time").asText()), ArchiveDamages::earlier);
                segments.add(file.group(1));
            }
        }
        List<Issue> damages = new ArrayList<>();
        Archive archive = Archive.open(folder, damages::add, clock);
        segments.retainAll(archive.segments());
        for (String segment : segments) {
            archive.check(segment);
        }
        Map<String, List<Issue>> byFile = damages.stream()
                .collect(Collectors.groupingBy(
                        damage -> nameOf(String.valueOf(damage.url())), TreeMap::new, Collectors.toList()));
        return byFile.entrySet().stream()
                .map(file -> finding(folder.resolve(file.getKey()), since.get(file.getKey()), file.getValue()))
                .toList();
    }

    private static Finding finding(Path file, @Nullable Instant since, List<Issue> damages) {
        Issue first = damages.get(0);
        return new Finding(
                Kind.ARCHIVE_DAMAGED,
                null,
                since == null ? first.time() : since,
                damages.stream().map(Issue::message).distinct().collect(Collectors.joining("\n")),
                file.toString(),
                first.remedy());
    }

    private static String nameOf(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
