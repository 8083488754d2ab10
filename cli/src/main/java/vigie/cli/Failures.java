package vigie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vigie.crawler.ContactException;
import vigie.crawler.nutch.CrawlException;
import vigie.indexer.index.IndexException;
import vigie.model.archive.DataDirectoryException;
import vigie.model.config.EditDistance;
import vigie.model.config.Problem;
import vigie.model.config.ProjectException;
import vigie.model.config.UncheckedProjectException;

/** Tells what went wrong, and with which exit code the process ends. */
final class Failures {

    private static final int MOST_SIMILAR = 3;

    private final Terminal terminal;
    private final Messages messages;
    private final GlobalOptions options;

    Failures(Terminal terminal, Messages messages, GlobalOptions options) {
        this.terminal = terminal;
        this.messages = messages;
        this.options = options;
    }

    /** Wrong usage: what is wrong, what was perhaps meant, where the help is. */
    int usage(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        terminal.err().println("vigie: " + wrong(exception));
        List<String> similar = similar(exception);
        if (!similar.isEmpty()) {
            terminal.err().println(messages.get("usage.similar", String.join(", ", similar)));
        }
        terminal.err()
                .println(messages.get("usage.help", command.getCommandSpec().qualifiedName() + " --help"));
        return Main.USAGE;
    }

    private static List<String> similar(ParameterException exception) {
        if (isCommandThatHelpDoesNotKnow(exception)) {
            String name = String.valueOf(exception.getValue());
            return new UnmatchedArgumentException(exception.getCommandLine(), List.of(name)).getSuggestions();
        }
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched.isUnknownOption() ? similarOptions(unmatched) : unmatched.getSuggestions();
        }
        return List.of();
    }

    /** Options that differ in a few letters, or in which the word stands, nearest first. */
    private static List<String> similarOptions(UnmatchedArgumentException unmatched) {
        String typed = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        String word = typed.replaceFirst("^-+", "");
        int most = Math.max(2, typed.length() / 3);
        return unmatched.getCommandLine().getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .filter(name ->
                        (word.length() > 2 && name.contains(word)) || EditDistance.between(typed, name, most) <= most)
                .sorted(Comparator.comparingInt((String name) -> EditDistance.between(typed, name, name.length()))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SIMILAR)
                .toList();
    }

    private String wrong(ParameterException exception) {
        if (isCommandThatHelpDoesNotKnow(exception)) {
            return messages.get("usage.unknown-command", String.valueOf(exception.getValue()));
        }
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            if (unmatched.isUnknownOption()) {
                return messages.get("usage.unknown-option", first);
            }
            boolean isGroup = !unmatched.getCommandLine().getSubcommands().isEmpty();
            return messages.get(isGroup ? "usage.unknown-command" : "usage.too-much", first);
        }
        if (exception instanceof MissingParameterException missing) {
            ArgSpec argument = missing.getMissing().get(0);
            String name = argument instanceof OptionSpec option ? option.longestName() + " " : "";
            return messages.get("usage.missing", name + argument.paramLabel());
        }
        if (exception.getArgSpec() instanceof OptionSpec option && exception.getValue() != null) {
            return value(option, exception.getValue());
        }
        return String.valueOf(exception.getMessage());
    }

    private String value(OptionSpec option, String value) {
        Class<?> type = option.isMultiValue() ? option.auxiliaryTypes()[0] : option.type();
        if (type.isEnum()) {
            String possible = Stream.of(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return messages.get("asked.term", value, possible);
        }
        return messages.get(type.isPrimitive() ? "usage.no-number" : "usage.wrong-value", option.longestName(), value);
    }

    /** The help command alone reports its word without an option that it would be for. */
    private static boolean isCommandThatHelpDoesNotKnow(ParameterException exception) {
        return exception.getClass() == ParameterException.class
                && exception.getArgSpec() == null
                && exception.getValue() != null;
    }

    /** What a command threw. */
    int execution(Exception exception) {
        if (exception instanceof ProjectException project) {
            return configuration(project);
        }
        if (exception instanceof UncheckedProjectException late) {
            return configuration(late.getCause());
        }
        if (exception instanceof UserException user) {
            return said(String.valueOf(user.getMessage()), user.exitCode(), exception);
        }
        if (exception instanceof DataDirectoryException data) {
            return said(text("failure.data.", data.kind(), options.data, data.detail()), Main.FAILED, exception);
        }
        if (exception instanceof IndexException index) {
            String why = index.getCause() == null
                    ? ""
                    : String.valueOf(index.getCause().getMessage());
            return said(text("failure.index.", index.kind(), options.data, why), Main.FAILED, exception);
        }
        if (exception instanceof ContactException contact) {
            return said(messages.get("failure.contact", contact.source()), Main.USAGE, exception);
        }
        if (exception instanceof CrawlException) {
            return said(String.valueOf(exception.getMessage()), Main.FAILED, exception);
        }
        if (exception instanceof CancellationException) {
            return said(messages.get("stopped"), Main.FAILED, exception);
        }
        if (exception instanceof IOException || exception instanceof UncheckedIOException) {
            return said(messages.get("failure.io", String.valueOf(exception.getMessage())), Main.FAILED, exception);
        }
        return bug(exception);
    }

    private String text(String prefix, Enum<?> kind, Object... values) {
        return messages.get(prefix + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), values);
    }

    private int configuration(ProjectException exception) {
        for (Problem problem : exception.problems()) {
            terminal.err().println(problem);
        }
        terminal.err()
                .println(messages.get(
                        "failure.configuration", exception.problems().size()));
        return Main.USAGE;
    }

    private int said(String message, int exitCode, Exception exception) {
        terminal.err().println("vigie: " + message);
        if (options.verbose) {
            exception.printStackTrace(terminal.err());
        }
        return exitCode;
    }

    private int bug(Exception exception) {
        terminal.err().println("vigie: " + messages.get("failure.bug", exception.toString()));
        exception.printStackTrace(terminal.err());
        return Main.FAILED;
    }
}
