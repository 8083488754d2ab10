package vigie.reports.atlas;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.model.Commune;
import vigie.model.PartialDate;
import vigie.model.SourceCoverage;
import vigie.model.id.InseeCode;
import vigie.reports.AtlasReport.Coverage;

/** Sums up what was read of many sources. */
final class Readings {

    private Readings() {}

    /** What was read of these sources, for these communes. */
    static Coverage of(List<SourceCoverage> sources, Collection<Commune> communes) {
        Set<InseeCode> codes = communes.stream().map(Commune::code).collect(Collectors.toSet());
        Set<InseeCode> sourced = own(sources.stream(), codes);
        Set<InseeCode> read = own(sources.stream().filter(source -> source.read() > 0), codes);
        return new Coverage(
                communes.size(),
                read.size(),
                sourced.size() - read.size(),
                sources.size(),
                sources.stream()
                        .filter(SourceCoverage::unreachable)
                        .map(SourceCoverage::name)
                        .sorted()
                        .toList(),
                sum(sources, SourceCoverage::read),
                sum(sources, SourceCoverage::noText),
                sum(sources, source -> source.unreadable() + source.failed()),
                sum(sources, SourceCoverage::refused),
                sources.stream()
                        .flatMap(source -> Stream.ofNullable(source.oldest()))
                        .map(PartialDate::earliest)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                sources.stream()
                        .flatMap(source -> Stream.ofNullable(source.newest()))
                        .map(PartialDate::latest)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static Set<InseeCode> own(Stream<SourceCoverage> sources, Set<InseeCode> communes) {
        return sources.flatMap(source -> Stream.ofNullable(source.commune()))
                .filter(communes::contains)
                .collect(Collectors.toSet());
    }

    private static int sum(List<SourceCoverage> sources, ToIntFunction<SourceCoverage> count) {
        return sources.stream().mapToInt(count).sum();
    }
}
