package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.cli.demo.WorldServer;
import vigie.model.config.Project;

/** {@code vigie source}: a look at a feed, and the scaffold of a new one. */
class SourceIT {

    @TempDir
    Path folder;

    @Test
    void aFeedIsLookedAtWithoutTouchingTheCollection() throws Exception {
        try (WorldServer world = new WorldServer()) {
            Collection collection = new Collection(folder.resolve("data"), world.seeds(folder.resolve("seeds")));

            Ran checked = collection.vigie("source", "check", "boamp", "--limit", "1");

            assertThat(checked.exit()).as(checked.err()).isZero();
            assertThat(checked.out())
                    .contains("fetched 200 http://boamp.localhost")
                    .contains("avis-attribution")
                    .containsPattern("(un|\\d+) enregistrements? lus?, (un|\\d+) documents?, aucun échec, ");
            assertThat(folder.resolve("data")).doesNotExist();

            Ran unknown = collection.vigie("source", "check", "baomp");
            assertThat(unknown.exit()).isEqualTo(Main.USAGE);
            assertThat(unknown.err()).contains("boamp");
        }
    }

    @Test
    void aDeadFeedIsAFailure() throws Exception {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(seeds.resolve("dead.yml"), """
                sources:
                  - id: dead
                    name: dead
                    kind: feed
                    adapter: boamp
                    url: http://dead.localhost:9/records
                    allow-address: [dead.localhost]
                    origin: test
                """);
        Ran checked = new Collection(folder.resolve("data"), seeds).vigie("source", "check", "dead");
        assertThat(checked.exit()).isEqualTo(Main.FAILED);
        assertThat(checked.out()).contains("failed 0 http://dead.localhost:9/records");
    }

    @Test
    void theScaffoldOfANewFeedCompilesAndItsSeedIsValid() throws Exception {
        Path checkout = folder.resolve("checkout");
        Files.createDirectories(checkout.resolve("crawler/src/main/java/vigie/crawler/feed"));
        List<String> command = List.of(
                "source",
                "new",
                "haute-garonne",
                "--url",
                "https://data.example.org/api",
                "--into",
                checkout.toString(),
                "--lang",
                "fr");

        Ran made = Ran.vigie(command);

        assertThat(made.exit()).as(made.err()).isZero();
        // The build refuses code in another format before it runs a test.
        assertThat(made.out())
                .contains(
                        "entry(\"haute-garonne\", new HauteGaronneAdapter()),",
                        " mvn spotless:apply && mvn -pl model,crawler ");
        assertThat(Project.load(checkout.resolve("seeds"), Collection.root().resolve("config"))
                        .sources())
                .singleElement()
                .satisfies(source -> assertThat(source.adapter()).isEqualTo("haute-garonne"));
        assertThat(compiled(checkout)).isEmpty();
        assertThat(failureOfItsTest(checkout))
                .as("before the reader is written")
                .hasMessageContaining("record 0 is a document or points to one");

        write(checkout);

        assertThat(compiled(checkout)).isEmpty();
        assertThat(failureOfItsTest(checkout)).as("after").isNull();

        Ran again = Ran.vigie(command);
        assertThat(again.exit()).isEqualTo(Main.USAGE);
        assertThat(again.err()).contains("existe déjà");
    }

    /** A reader as somebody would write it: it takes each field of the recorded answer. */
    private static void write(Path checkout) throws IOException {
        Path file = checkout.resolve("crawler/src/main/java/vigie/crawler/feed/HauteGaronneAdapter.java");
        String scaffold = Files.readString(file);
        int start = scaffold.indexOf("            Strict fields");
        int end = scaffold.indexOf("        }\n        return new Reading");
        Files.writeString(file, scaffold.substring(0, start) + """
                          Element row = Element.of("record", record);
                          Strict fields = new Strict(row);
                          String id = fields.text(row, "id").orElseThrow();
                          Linked linked = new Linked(
                                  java.net.URI.create(source.url() + "/" + id),
                                  fields.text(row, "title").orElse(null),
                                  fields.text(row, "date").map(vigie.model.PartialDate::parse).orElse(null),
                                  vigie.model.DocumentKind.AUTRE,
                                  source.publisher(),
                                  java.util.Map.of());
                          List<Remark> told = fields.leftOver().stream()
                                  .map(left -> new Remark("field-left-over", left))
                                  .toList();
                          entries.add(new Entry(id, String.valueOf(record.hashCode()), null, linked, told));
                          """ + scaffold.substring(end));
    }

    /** What its only test says; null where it passes. Readers are of their package alone, so that all classes are loaded anew together. */
    private static @Nullable Throwable failureOfItsTest(Path checkout) throws Exception {
        List<URL> path = new ArrayList<>();
        path.add(checkout.resolve("classes").toUri().toURL());
        path.add(checkout.resolve("crawler/src/test/resources").toUri().toURL());
        for (String entry : classPath().split(File.pathSeparator, -1)) {
            path.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> test = loader.loadClass("vigie.crawler.feed.HauteGaronneAdapterTest");
            List<Method> tests = Stream.of(test.getDeclaredMethods())
                    .filter(method -> Stream.of(method.getAnnotations())
                            .anyMatch(sign -> sign.annotationType().getName().equals(Test.class.getName())))
                    .toList();
            assertThat(tests).hasSize(1);
            Constructor<?> constructor = test.getDeclaredConstructor();
            constructor.setAccessible(true);
            tests.get(0).setAccessible(true);
            tests.get(0).invoke(constructor.newInstance());
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @Test
    void outsideOfACheckoutNothingIsWritten() {
        Ran made = Ran.vigie(List.of("source", "new", "x", "--url", "https://x.example/", "--into", folder.toString()));
        assertThat(made.exit()).isEqualTo(Main.USAGE);
        assertThat(folder).isEmptyDirectory();
    }

    /** What the compiler says against the scaffold. */
    private static String compiled(Path checkout) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(checkout)) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(java).hasSize(2);
            List<String> options = List.of(
                    "-proc:none",
                    "-d",
                    Files.createDirectories(checkout.resolve("classes")).toString(),
                    "-cp",
                    classPath());
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
        }
        return said.toString();
    }
}
