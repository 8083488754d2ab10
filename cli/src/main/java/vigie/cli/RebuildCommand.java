package vigie.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import vigie.crawler.nutch.CrawlException;
import vigie.indexer.IndexReport;
import vigie.model.archive.DataDirectoryException;
import vigie.model.config.ProjectException;

/** {@code vigie rebuild}: index and crawl state anew from archive and seeds. */
@Command(name = "rebuild", mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Override
    public Integer call() throws ProjectException, DataDirectoryException, IOException, CrawlException {
        try (Interruption interruption = new Interruption(
                        () -> main.terminal().err().println(main.messages().get("stopping")));
                Work work = Work.open(main, interruption)) {
            IndexReport report = work.rebuild();
            work.data().run(RunLine.of("rebuild", work, null, report));
            return Main.OK;
        }
    }
}
