package vigie.crawler.parse;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * Shows the numbers of Excel's cells as a French user sees them. Days are always written day first: format 14, "short
 * date", means the reader's own order, which POI takes for the American one.
 */
final class CellFormat extends DataFormatter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.FRANCE);

    private final boolean is1904;

    /** @param is1904 whether days are counted from 1 January 1904, as Excel for Macintosh did, and not from 1900 */
    CellFormat(boolean is1904) {
        super(Locale.FRANCE);
        this.is1904 = is1904;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    @Override
    public String formatRawCellContents(double value, int index, @Nullable String format, boolean ignored) {
        if (value >= 1 && DateUtil.isValidExcelDate(value) && DateUtil.isADateFormat(index, format)) {
            LocalDateTime time = DateUtil.getLocalDateTime(value, is1904);
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? day(time.toLocalDate())
                    : day(time.toLocalDate()) + " " + TIME.format(time);
        }
        return super.formatRawCellContents(value, index, format, is1904);
    }
}
