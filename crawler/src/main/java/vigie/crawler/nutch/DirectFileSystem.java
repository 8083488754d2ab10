package vigie.crawler.nutch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local files without its native library, which we do not ship: Hadoop would then start a process for every
 * change of permissions, some fifty in each job.
 */
public final class DirectFileSystem extends LocalFileSystem {

    public DirectFileSystem() {
        super(new Raw());
    }

    private static final class Raw extends RawLocalFileSystem {

        /** In the order of the bits, lowest first. */
        private static final PosixFilePermission[] BITS = {
            PosixFilePermission.OTHERS_EXECUTE,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_READ
        };

        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            try {
                Files.setPosixFilePermissions(pathToFile(path).toPath(), set(permission));
            } catch (UnsupportedOperationException e) {
                super.setPermission(path, permission);
            }
        }

        private static Set<PosixFilePermission> set(FsPermission permission) {
            Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
            for (int bit = 0; bit < BITS.length; bit++) {
                if ((permission.toShort() & 1 << bit) != 0) {
                    set.add(BITS[bit]);
                }
            }
            return set;
        }
    }
}
