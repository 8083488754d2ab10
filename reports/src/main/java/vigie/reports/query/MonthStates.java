package vigie.reports.query;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.CoverageState;
import vigie.model.MonthCounts;
import vigie.model.PartialDate;
import vigie.model.SourceCoverage;
import vigie.model.Tries;

/**
 * Decides what can be said of each month of one source.
 *
 * <p>What is dated in the month decides first. Where nothing is, the tries do: an act of March may be published in March
 * or any time later, so a source that answered in March or later was asked for March; one that was only ever refused
 * since, or never answered since, was not read for March. Before the oldest document that it ever showed, and before it
 * first answered, nothing is known about a source: it may not reach that far back.
 */
final class MonthStates {

    private final @Nullable YearMonth reach;
    private final @Nullable YearMonth answered;
    private final NavigableMap<YearMonth, Tries> tries;

    /**
     * For one source.
     *
     * @param source whole, not narrowed to a commune
     * @param until the month up to which its tries are known
     */
    MonthStates(SourceCoverage source, YearMonth until) {
        YearMonth oldest = month(source.oldest());
        this.tries = new TreeMap<>(source.tries()).headMap(until, true);
        YearMonth first = tries.entrySet().stream()
                .filter(month -> month.getValue().got() > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        this.reach = Stream.concat(Stream.ofNullable(oldest), Stream.ofNullable(first))
                .min(YearMonth::compareTo)
                .orElse(null);
        YearMonth last = month(source.lastSuccess());
        this.answered = last == null || !last.isAfter(until) ? last : lastAnswer();
    }

    private @Nullable YearMonth lastAnswer() {
        return tries.descendingMap().entrySet().stream()
                .filter(month -> month.getValue().got() > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable YearMonth month(@Nullable PartialDate date) {
        return date == null ? null : YearMonth.from(date.earliest());
    }

    private static @Nullable YearMonth month(@Nullable Instant time) {
        return time == null ? null : YearMonth.from(time.atZone(ZoneOffset.UTC));
    }

    /** The state of a month of which that is known. */
    CoverageState of(YearMonth month, MonthCounts counts) {
        if (counts.read() > 0) {
            return CoverageState.READ;
        }
        if (counts.noText() + counts.unreadable() > 0) {
            return CoverageState.UNREADABLE;
        }
        if (counts.blocked() > 0) {
            return CoverageState.BLOCKED;
        }
        return counts.unreachable() > 0 ? CoverageState.UNREACHABLE : byTries(month);
    }

    private CoverageState byTries(YearMonth month) {
        if (answered != null && !month.isAfter(answered)) {
            return reach == null || month.isBefore(reach) ? CoverageState.NOT_TRIED : CoverageState.NOTHING;
        }
        if (tries.isEmpty() || tries.lastKey().isBefore(month)) {
            return CoverageState.NOT_TRIED;
        }
        Tries last = tries.lastEntry().getValue();
        return last.blocked() > last.failed() + last.missing() ? CoverageState.BLOCKED : CoverageState.UNREACHABLE;
    }
}
