package vigie.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import vigie.indexer.IndexReport;
import vigie.model.archive.DataDirectoryException;
import vigie.model.config.ProjectException;

/** {@code vigie index}: brings the index up to the archive. */
@Command(name = "index", mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Override
    public Integer call() throws ProjectException, DataDirectoryException, IOException {
        try (Interruption interruption = new Interruption(
                        () -> main.terminal().err().println(main.messages().get("stopping")));
                Work work = Work.open(main, interruption)) {
            IndexReport report = work.index();
            work.data().run(RunLine.of("index", work, null, report));
            return Main.OK;
        }
    }
}
