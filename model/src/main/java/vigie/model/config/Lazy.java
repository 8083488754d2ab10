package vigie.model.config;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made at its first use, once, and kept; safe for several threads. */
public final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T value;

    /** {@code maker} is asked once, when somebody first asks for the value. */
    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T known = value;
        return known != null ? known : make();
    }

    private synchronized T make() {
        T known = value;
        if (known == null) {
            known = maker.get();
            value = known;
        }
        return known;
    }
}
