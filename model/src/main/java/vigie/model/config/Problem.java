package vigie.model.config;

/**
 * Something wrong in a file of {@code seeds/} or {@code config/}.
 *
 * @param file as the user named its folder, then the path inside
 * @param line from 1; 0 where the file as a whole is meant
 */
public record Problem(String file, int line, String message, String remedy) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message + " (" + remedy + ")";
    }
}
