package vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.crawler.SourceCheck;
import vigie.crawler.nutch.CrawlException;
import vigie.model.Attempt;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** {@code vigie source}: feeds, looked at and added. */
@Command(
        name = "source",
        mixinStandardHelpOptions = true,
        subcommands = {SourceCommand.Check.class, SourceCommand.New.class},
        synopsisSubcommandLabel = "COMMAND")
final class SourceCommand extends CommandGroup {

    /** {@code vigie source check}: asks a feed for its first records and shows what is read out of them. */
    @Command(name = "check", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        @ParentCommand
        SourceCommand parent;

        @Parameters(paramLabel = "ID", descriptionKey = "feed-id")
        String id = "";

        @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "most-records")
        int limit = 20;

        @Override
        public Integer call() throws IOException, ProjectException, CrawlException {
            Main main = parent.main;
            Project project = main.options.project();
            Source source = feed(project);
            Path scratch = Files.createTempDirectory("vigie-check");
            List<Issue> issues = new ArrayList<>();
            SourceCheck check;
            try {
                check = SourceCheck.of(project, source, scratch, Version.text(), limit, Clock.systemUTC(), issues::add);
            } catch (IllegalArgumentException e) {
                throw new UserException(Main.USAGE, String.valueOf(e.getMessage()));
            } finally {
                delete(scratch);
            }
            show(check, issues);
            return check.report().documents() == 0 || check.report().unmet() != null ? Main.FAILED : Main.OK;
        }

        private Source feed(Project project) {
            List<Source> feeds = project.sources().stream()
                    .filter(source -> source.kind() == SourceKind.FEED)
                    .toList();
            return feeds.stream()
                    .filter(source -> source.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new UserException(
                            Main.USAGE,
                            parent.main
                                    .messages()
                                    .get(
                                            "source.unknown",
                                            id,
                                            String.join(
                                                    ", ",
                                                    feeds.stream()
                                                            .map(Source::id)
                                                            .toList()))));
        }

        private void show(SourceCheck check, List<Issue> issues) {
            Messages messages = parent.main.messages();
            for (Attempt attempt : check.attempts()) {
                parent.main
                        .terminal()
                        .out()
                        .println(attempt.outcome().id() + " " + attempt.status() + " " + attempt.url()
                                + (attempt.reason() == null ? "" : " (" + attempt.reason() + ")"));
            }
            Table table = new Table(
                    parent.main.terminal(),
                    List.of(
                            messages.get("source.date"),
                            messages.get("source.publisher"),
                            messages.get("source.kind"),
                            messages.get("source.title")));
            for (SourceDocument document : check.documents()) {
                table.row(List.of(
                        text(document.date()),
                        text(document.publisher().name()),
                        document.kind().id(),
                        text(document.title())));
            }
            table.print();
            for (Issue issue : issues) {
                parent.main.terminal().out().println(issue.kind() + ": " + issue.message());
            }
            parent.main
                    .terminal()
                    .out()
                    .println(messages.get(
                            "source.checked",
                            check.report().records(),
                            check.report().documents(),
                            check.report().failed(),
                            issues.size()));
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }

        private static void delete(Path folder) throws IOException {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    /** {@code vigie source new}: seed, adapter, recorded answer and a test that fails until the adapter is written. */
    @Command(name = "new", mixinStandardHelpOptions = true)
    static final class New implements Callable<Integer> {

        @ParentCommand
        SourceCommand parent;

        @Parameters(paramLabel = "ID", descriptionKey = "new-feed-id")
        String id = "";

        @Option(names = "--url", paramLabel = "URL", required = true, descriptionKey = "feed-url")
        String url = "";

        @Option(names = "--into", paramLabel = "DIR", defaultValue = ".", descriptionKey = "checkout")
        Path into = Path.of(".");

        @Override
        public Integer call() throws IOException {
            Messages messages = parent.main.messages();
            if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
                throw new UserException(Main.USAGE, messages.get("source.bad-id", id));
            }
            if (!Files.isDirectory(into.resolve("crawler/src/main/java/vigie/crawler/feed"))) {
                throw new UserException(Main.USAGE, messages.get("source.no-checkout", into.toAbsolutePath()));
            }
            String java = "java/vigie/crawler/feed/" + type() + "Adapter";
            write("seed.yml", "seeds/" + id + ".yml");
            write("Adapter.java", "crawler/src/main/" + java + ".java");
            write("AdapterTest.java", "crawler/src/test/" + java + "Test.java");
            write("answer.json", "crawler/src/test/resources/vigie/crawler/feed/" + id + ".json");
            parent.main.terminal().out().println(messages.get("source.line", id, type()));
            parent.main.terminal().out().println(messages.get("source.next", type()));
            return Main.OK;
        }

        /** {@code haute-garonne} as HauteGaronne. */
        private String type() {
            StringBuilder name = new StringBuilder();
            for (String part : id.split("-", -1)) {
                name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
            return name.toString();
        }

        private void write(String template, String path) throws IOException {
            Path file = into.resolve(path);
            try (InputStream in = SourceCommand.class.getResourceAsStream("source/" + template + ".template")) {
                if (in == null) {
                    throw new IllegalStateException("the template " + template + " is missing from the build");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replace("${id}", id)
                        .replace("${type}", type())
                        .replace("${url}", url);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
                parent.main.terminal().out().println(file);
            } catch (FileAlreadyExistsException e) {
                throw new UserException(Main.USAGE, parent.main.messages().get("source.exists", file));
            }
        }
    }
}
