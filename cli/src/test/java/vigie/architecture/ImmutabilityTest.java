package vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule about statics sees what it must see. */
class ImmutabilityTest {

    /** What no class of Vigie may hold, and what it may. */
    @SuppressWarnings("unused") // looked up by name
    private static final class Holder {

        static final int[] SHARED_TABLE = {1};
        static final List<String> GROWING = new ArrayList<>();
        static final Map<TimeUnit, String> ENUM_MAP = new EnumMap<>(TimeUnit.class);
        static final AtomicInteger COUNTER = new AtomicInteger();
        static final List<List<String>> GROWING_INSIDE = List.of(new ArrayList<>());
        static final Counter OWN = new Counter();

        private static final int[] TABLE = {1};
        static final List<String> FIXED = List.of("a");
        static final Runnable CODE = () -> {};
        static final Named RECORD = new Named("a", List.of());
        static final Named RECORD_AROUND_A_LIST = new Named("a", new ArrayList<>());
    }

    @SuppressWarnings("unused") // looked at by reflection
    private static final class Counter {

        int count;
    }

    private record Named(String name, List<String> others) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"SHARED_TABLE", "GROWING", "ENUM_MAP", "COUNTER", "GROWING_INSIDE", "OWN", "RECORD_AROUND_A_LIST"
            })
    void seesWhatCanChange(String field) {
        assertThat(Immutability.of(field(field))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TABLE", "FIXED", "CODE", "RECORD"})
    void letsPassWhatCannot(String field) {
        assertThat(Immutability.of(field(field))).isTrue();
    }

    private static JavaField field(String name) {
        return new ClassFileImporter().importClass(Holder.class).getField(name);
    }
}
