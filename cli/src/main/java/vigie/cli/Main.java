package vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import vigie.indexer.extract.corenlp.CoreNlp;
import vigie.indexer.index.Places;
import vigie.indexer.resolve.Deployments;
import vigie.model.Reviews;
import vigie.model.archive.DataDirectoryException;
import vigie.model.archive.ReviewFile;
import vigie.model.config.Communes;
import vigie.model.config.Lazy;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.query.Publication;
import vigie.reports.query.Queries;
import vigie.reports.query.Reviewing;

/** The command {@code vigie}; each subcommand is a class beside this one. */
@Command(
        name = "vigie",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class Main implements Runnable {

    /** The launcher asks for it when it has a cache of classes made. */
    private static final String TRAINING = "vigie.training";

    /** In the order in which the help tells them. */
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            RunCommand.class,
            CrawlCommand.class,
            IndexCommand.class,
            RebuildCommand.class,
            SearchCommand.class,
            DeploymentsCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            PublishCommand.class,
            VerifyCommand.class,
            ExplainCommand.class,
            ServeCommand.class,
            ExtractCommand.class,
            EvalCommand.class,
            TrainCommand.class,
            BenchCommand.class,
            ReviewCommand.class,
            DigestCommand.class,
            SourceCommand.class,
            SeedsCommand.class,
            StatusCommand.class,
            CoverageCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class);

    /** Everything went well. */
    static final int OK = 0;
    /** It failed. */
    static final int FAILED = 1;
    /** Wrong usage or bad configuration; nothing was started. */
    static final int USAGE = 2;
    /** It finished, but a share of the work above the threshold failed. */
    static final int PARTLY = 3;

    /** Kept, so that the level that we set is not collected with it. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    @Mixin
    final GlobalOptions options;

    @Spec
    CommandSpec spec;

    private final Terminal terminal;
    private final Messages messages;
    private final CoreNlp language;

    Main(Terminal terminal, Messages messages, CoreNlp language) {
        this.options = new GlobalOptions(messages.language());
        this.terminal = terminal;
        this.messages = messages;
        this.language = language;
    }

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Lucene tells java.util.logging about its memory access at every start; nobody needs to read that.
        LUCENE.setLevel(Level.SEVERE);
        int status = run(Terminal.system(), new CoreNlp(), arguments);
        if (Boolean.getBoolean(TRAINING)) {
            status = run(Terminal.system(), new CoreNlp(), alike(arguments));
        }
        System.exit(status);
    }

    /** The other quick command about the same collection, so that the cache of classes serves it as well. */
    static String[] alike(String... arguments) {
        List<String> words = new ArrayList<>(List.of("deployments"));
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].matches("--(?:data|seeds|config)=.*")) {
                words.add(arguments[i]);
            } else if (arguments[i].matches("--(?:data|seeds|config)") && i + 1 < arguments.length) {
                words.add(arguments[i]);
                words.add(arguments[i + 1]);
            }
        }
        return words.toArray(String[]::new);
    }

    /** Runs one command line; never throws. */
    static int run(Terminal terminal, CoreNlp language, String... arguments) {
        Locale locale = Messages.locale(arguments, Objects.requireNonNullElse(System.getenv("LANG"), ""));
        Messages messages = new Messages(locale);
        Main main = new Main(terminal, messages, language);
        CommandLine line = withCommands(new CommandLine(main), arguments)
                .setResourceBundle(messages.bundle())
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(Math.min(terminal.width(), 120))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        Failures failures = new Failures(terminal, messages, main.options);
        line.setParameterExceptionHandler(failures::usage);
        line.setExecutionStrategy(Main::execute);
        line.setExecutionExceptionHandler((exception, command, result) -> failures.execution(exception));
        return line.execute(helpOfSubcommand(arguments));
    }

    /** Asking for help does not hide a wrong word, which picocli overlooks then. */
    private static int execute(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            if (!command.getUnmatchedArguments().isEmpty()) {
                throw new UnmatchedArgumentException(command, command.getUnmatchedArguments());
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /**
     * All commands; or only the one that the first word names, because to read the options of all costs more processor time than a
     * search.
     */
    static CommandLine withCommands(CommandLine line, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        for (Class<?> command : COMMANDS) {
            if (command.getAnnotation(Command.class).name().equals(first) && command != CommandLine.HelpCommand.class) {
                return line.addSubcommand(command);
            }
        }
        COMMANDS.forEach(line::addSubcommand);
        return line.addSubcommand("completion", new AutoComplete.GenerateCompletion());
    }

    /** {@code help report city} is what {@code report city --help} is; picocli's own command takes one name alone. */
    private static String[] helpOfSubcommand(String... arguments) {
        if (arguments.length < 3 || !arguments[0].equals("help")) {
            return arguments;
        }
        String[] asked = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
        asked[asked.length - 1] = "--help";
        return asked;
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
    }

    /** Opens the index; facts are as people's reviews leave them. */
    Queries queries() {
        return Queries.open(options.dataDirectory().index(), reviewing());
    }

    /** What words on the command line mean; names of firms that have no file are looked for in the index, if there is one. */
    Asked asked() {
        return new Asked(options, messages, name -> {
            if (!Files.isDirectory(options.dataDirectory().index())) {
                return Optional.empty();
            }
            try (Queries queries = queries()) {
                return queries.firm(name);
            }
        });
    }

    /** Opens what of the index is published. */
    Queries queries(Publication publication) {
        return Queries.published(options.dataDirectory().index(), reviewing(), publication);
    }

    /** Fails where verdicts cannot be read, before anything is started that needs them at its end. */
    void checkReviews() {
        reviews(reviewFile());
    }

    private ReviewFile reviewFile() {
        return new ReviewFile(options.dataDirectory().reviews());
    }

    private Reviewing reviewing() {
        ReviewFile file = reviewFile();
        Supplier<Project> project = new Lazy<>(() -> {
            try {
                return options.project();
            } catch (ProjectException e) {
                throw new UserException(USAGE, String.valueOf(e.getMessage()));
            }
        });
        Lazy<Communes> communes = new Lazy<>(() -> Project.communes(options.seedsFolder()));
        return new Reviewing(
                () -> reviews(file),
                new Places(
                        code -> communes.get().currentOf(code),
                        code -> communes.get().departement(code)),
                claims -> Deployments.of(claims, project.get().lexicon().vendors()));
    }

    private Reviews reviews(ReviewFile file) {
        try {
            return file.latest();
        } catch (DataDirectoryException e) {
            throw new UserException(USAGE, messages.get("failure.data.reviews", "", e.detail()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Terminal terminal() {
        return terminal;
    }

    Messages messages() {
        return messages;
    }

    /** Who tells sentences and names; loads its model when somebody first asks for names. */
    CoreNlp language() {
        return language;
    }
}
