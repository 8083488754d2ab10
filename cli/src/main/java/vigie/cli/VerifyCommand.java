package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.reports.bundle.BundleCheck;
import vigie.reports.bundle.BundleResult;
import vigie.reports.bundle.BundleResult.Difference;

/** {@code vigie verify}: whether a bundle is as it was written; needs neither index nor network. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Parameters(paramLabel = "BUNDLE.zip", descriptionKey = "bundle-file")
    Path bundle = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(bundle)) {
            throw new UserException(Main.USAGE, main.messages().get("verify.none", bundle));
        }
        BundleResult result;
        try {
            result = BundleCheck.of(bundle);
        } catch (ZipException e) {
            throw new UserException(
                    Main.FAILED, main.messages().get("verify.no-zip", bundle, String.valueOf(e.getMessage())));
        }
        for (Difference difference : result.differences()) {
            main.terminal()
                    .out()
                    .println(difference.file() + ": "
                            + main.messages().get("verify." + difference.fault().id(), difference.detail()));
        }
        boolean same = result.differences().isEmpty();
        main.terminal()
                .out()
                .println(main.messages()
                        .get(
                                same ? "verify.same" : "verify.differs",
                                result.files(),
                                result.captures(),
                                result.quotes(),
                                result.differences().size()));
        return same ? Main.OK : Main.FAILED;
    }
}
