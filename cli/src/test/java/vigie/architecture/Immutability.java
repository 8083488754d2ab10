package vigie.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.document.FieldType;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/** Whether a static field holds a value that nobody can change: looked up in the loaded class. */
final class Immutability {

    private static final List<Class<?>> VALUES = List.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Character.class,
            BigDecimal.class,
            BigInteger.class,
            Enum.class,
            Class.class,
            Comparator.class,
            Pattern.class,
            Locale.class,
            Charset.class,
            URI.class,
            Path.class,
            ZoneId.class,
            DateTimeFormatter.class,
            TemporalAmount.class,
            TemporalAccessor.class,
            // A compiled query; what it remembers while it is answered is each thread's own.
            Evaluator.class,
            // Where messages go is no state of ours.
            Logger.class);

    /** Collections of the JDK that refuse every change. */
    private static final List<String> FROZEN = List.of(
            "java.util.ImmutableCollections$", "java.util.Collections$Unmodifiable", "java.util.Collections$Empty");

    private Immutability() {}

    static boolean of(JavaField field) {
        return holdsFixed(field.reflect(), null);
    }

    /** Java has no frozen arrays; a private one of plain values is as good where its class only reads it. */
    private static boolean isPrivateTable(Field field) {
        Class<?> element = field.getType().getComponentType();
        return Modifier.isPrivate(field.getModifiers())
                && (element.isPrimitive() || VALUES.stream().anyMatch(type -> type.isAssignableFrom(element)));
    }

    private static boolean holdsFixed(Field field, @Nullable Object owner) {
        return field.getType().isArray() ? isPrivateTable(field) : holds(valueOf(field, owner));
    }

    private static boolean holds(@Nullable Object value) {
        if (value == null || VALUES.stream().anyMatch(type -> type.isInstance(value))) {
            return true;
        }
        if (value instanceof CharArraySet words) {
            return refuses(() -> words.add("word"));
        }
        if (value instanceof FieldType type) {
            return refuses(() -> type.setTokenized(type.tokenized()));
        }
        if (value instanceof Collection<?> items) {
            return isFrozen(value) && items.stream().allMatch(Immutability::holds);
        }
        if (value instanceof Map<?, ?> map) {
            return isFrozen(value)
                    && Stream.concat(map.keySet().stream(), map.values().stream())
                            .allMatch(Immutability::holds);
        }
        return value.getClass().isHidden() || isOurValue(value);
    }

    private static boolean isFrozen(Object value) {
        return FROZEN.stream().anyMatch(value.getClass().getName()::startsWith);
    }

    /** A class of Vigie all fields of which are final and hold what cannot change. */
    private static boolean isOurValue(Object value) {
        return value.getClass().getName().startsWith("vigie.")
                && Arrays.stream(value.getClass().getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .allMatch(field -> Modifier.isFinal(field.getModifiers()) && holdsFixed(field, value));
    }

    private static boolean refuses(Runnable change) {
        try {
            change.run();
            return false;
        } catch (UnsupportedOperationException | IllegalStateException e) {
            return true;
        }
    }

    private static @Nullable Object valueOf(Field field, @Nullable Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new AssertionError("cannot look into " + field, e);
        }
    }
}
