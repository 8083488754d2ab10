package vigie.model.archive;

import java.io.IOException;
import java.nio.file.Path;

/** Something in the archive is not there or cannot be read; the message names the file and the place in it. */
public final class DamagedArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedArchiveException(Path file, long offset, Throwable cause) {
        super(file + " cannot be read at offset " + offset + ": " + cause, cause);
    }
}
