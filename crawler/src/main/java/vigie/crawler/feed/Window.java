package vigie.crawler.feed;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Days of publication, both included. */
record Window(LocalDate from, LocalDate to) {

    Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window ends before it begins: " + from + " to " + to);
        }
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Consecutive windows of at most {@code length} that make up this one, oldest first. */
    List<Window> slices(Period length) {
        List<Window> slices = new ArrayList<>();
        for (LocalDate start = from; !start.isAfter(to); start = start.plus(length)) {
            LocalDate end = start.plus(length).minusDays(1);
            slices.add(new Window(start, end.isBefore(to) ? end : to));
        }
        return slices;
    }
}
