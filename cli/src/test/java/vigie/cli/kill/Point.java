package vigie.cli.kill;

import java.util.regex.Pattern;

/**
 * A change of files that a process makes.
 *
 * @param step the nearest method of ours that asked for it: of the thread that makes the change or, in the threads of
 *     libraries, of the main one
 * @param change what is done to the file
 * @param file the last two parts of its path, with {@code #} for what is another in each run
 * @param occurrence how many changes of the same step, kind and file came before
 */
public record Point(String step, Change change, String file, int occurrence) {

    /** What may be done to a file. */
    public enum Change {
        /** A file or folder gets its name. */
        RENAME,
        /** Bytes are made durable. */
        SYNC,
        /** Bytes are written. */
        WRITE,
        /** A file or folder is deleted. */
        DELETE,
        /** An empty file is made. */
        CREATE
    }

    private static final Pattern VARYING = Pattern.compile("[0-9a-f-]{36}|(?<![a-z])_[0-9a-z]+|[0-9a-f]{12,}|[0-9]+");
    private static final Pattern GENERATION = Pattern.compile("segments_[0-9a-z]+");

    /** What of a path is the same in every run. */
    static String stable(java.nio.file.Path path) {
        int names = path.getNameCount();
        String last = path.subpath(Math.max(0, names - 2), names).toString();
        return VARYING.matcher(GENERATION.matcher(last).replaceAll("segments_#"))
                .replaceAll("#");
    }

    /** The same change, whenever it comes. */
    public Point first() {
        return new Point(step, change, file, 0);
    }

    /** One line; {@link #parse} reads it. */
    @Override
    public String toString() {
        return String.join("\t", step, change.name(), file, String.valueOf(occurrence));
    }

    /** Reads what {@link #toString} wrote. */
    public static Point parse(String line) {
        String[] parts = line.split("\t", -1);
        return new Point(parts[0], Change.valueOf(parts[1]), parts[2], Integer.parseInt(parts[3]));
    }
}
