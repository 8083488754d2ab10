package vigie.model.config;

import java.util.Objects;

/** Wraps a {@link ProjectException} that comes to light late, in a file that was not read before it was needed. */
public final class UncheckedProjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UncheckedProjectException(ProjectException cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public synchronized ProjectException getCause() {
        return (ProjectException) Objects.requireNonNull(super.getCause());
    }
}
