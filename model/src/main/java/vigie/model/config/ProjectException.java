package vigie.model.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; {@link #problems} says all that is wrong with it. */
public final class ProjectException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProjectException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of files and lines. */
    public List<Problem> problems() {
        return problems;
    }
}
