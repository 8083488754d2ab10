package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Reference;
import vigie.model.SourceDocument;

/**
 * The references of a section: the number of the act that it is, from the stamp of its transmission or its heading, and the
 * codes of what it buys. Where a section bears stamps of several acts, none is taken.
 */
final class Citations {

    private static final Set<FoundReference.Kind> ACTS =
            Set.of(FoundReference.Kind.DELIBERATION, FoundReference.Kind.DECISION, FoundReference.Kind.ARRETE);

    /** An entry of a list says its number at once. */
    private static final int BEGINNING = 25;

    /** More codes than this are a list of them. */
    private static final int MOST_CODES = 10;

    private final String text;
    private @Nullable List<FoundReference> stamps;

    Citations(SourceDocument document) {
        this.text = document.text();
    }

    /** What the section of {@code draft} is called by, and what codes belong to what it buys. */
    List<Reference> of(SectionText section, Draft draft) {
        Span range = section.section().range();
        Stream<Reference> acts =
                act(section, draft, range).stream().map(number -> new Reference(Reference.Kind.ACT, number));
        Stream<Reference> codes = codes(draft, range).stream().map(code -> new Reference(Reference.Kind.CPV, code));
        return Stream.concat(acts, codes).toList();
    }

    /** An entry of a list has a number of its own, and is not the act whose stamp the list bears. */
    private List<String> act(SectionText section, Draft draft, Span range) {
        int start = draft.sentence().start();
        List<String> entry = numbers(new Span(start, Math.min(text.length(), start + 3 * BEGINNING)), BEGINNING);
        if (!entry.isEmpty()) {
            return entry.subList(0, 1);
        }
        List<String> stamped = stamped(range);
        if (stamped.size() != 1) {
            List<String> titled = section.section().heading().stream()
                    .flatMap(line -> numbers(line, line.length()).stream())
                    .distinct()
                    .toList();
            return titled.size() == 1 ? titled : List.of();
        }
        return stamped;
    }

    /** Numbers of acts that begin in the first {@code within} characters. */
    private List<String> numbers(Span span, int within) {
        return References.find(text, span.start(), span.end(), ACTS).stream()
                .filter(found -> found.start() - span.start() < within)
                .map(FoundReference::value)
                .toList();
    }

    /** Numbers in the stamps of the section; those of the document, where all its pages bear one. */
    private List<String> stamped(Span range) {
        if (stamps == null) {
            stamps = References.find(text, 0, text.length(), EnumSet.of(FoundReference.Kind.STAMP));
        }
        List<String> all = numbers(stamps);
        return all.size() == 1
                ? all
                : numbers(stamps.stream()
                        .filter(found -> range.start() <= found.start() && found.end() <= range.end())
                        .toList());
    }

    private static List<String> numbers(List<FoundReference> stamps) {
        return stamps.stream()
                .map(FoundReference::stamp)
                .filter(Objects::nonNull)
                .map(ActStamp::number)
                .distinct()
                .toList();
    }

    /** Those of its entry, or else of its section. */
    private List<String> codes(Draft draft, Span range) {
        List<FoundReference> found = new ArrayList<>();
        draft.sentence().spans().forEach(span -> found.addAll(codes(span)));
        List<String> codes = (found.isEmpty() ? codes(range) : found)
                .stream().map(FoundReference::value).distinct().toList();
        return codes.size() > MOST_CODES ? List.of() : codes;
    }

    private List<FoundReference> codes(Span span) {
        return References.find(text, span.start(), span.end(), EnumSet.of(FoundReference.Kind.CPV));
    }
}
