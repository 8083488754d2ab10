package vigie.model;

import java.time.YearMonth;

/** One month of a {@link SourceLedger}. */
public record LedgerMonth(YearMonth month, CoverageState state, MonthCounts counts) {}
