package vigie.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that only holds others: by itself it shows which. */
abstract class CommandGroup implements Runnable {

    @ParentCommand
    Main main;

    @Spec
    CommandSpec spec;

    @Override
    public final void run() {
        spec.commandLine().usage(main.terminal().out());
    }
}
