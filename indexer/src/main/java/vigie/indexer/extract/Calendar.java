package vigie.indexer.extract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.PartialDate;
import vigie.model.SourceDocument;

/**
 * The day of a document, against which "since 2 May" is understood.
 *
 * @param session day of the session or publication, or null
 * @param budget the year whose budget the document is, or null
 */
record Calendar(@Nullable PartialDate session, @Nullable PartialDate budget) {

    private static final int HEAD = 1_500;
    private static final Pattern BUDGET = Pattern.compile(
            "\\bbudget(?: (?:primitif|supplementaire|principal|annexe|previsionnel|general))? ((?:19|20)\\d{2})\\b");
    private static final Pattern SESSION = Pattern.compile(
            "(?:seance|reunion|conseil municipal|conseil|proces-verbal|pv|assemblee|session|budget|decisions? du maire|commission permanente|bureau)[^.;]{0,60}?(?:du|le|de|,|–|-)? ?((?:\\d{1,2}(?:er)? ?[/.-] ?\\d{1,2} ?[/.-] ?(?:19|20)\\d{2})|(?:\\d{1,2}(?:er)? )?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) (?:19|20)\\d{2})");

    static Calendar of(SourceDocument document) {
        String text = document.text();
        View head = View.of(text, 0, Math.min(text.length(), HEAD));
        Matcher budget = BUDGET.matcher(head.text());
        PartialDate year = budget.find() ? new PartialDate(Integer.parseInt(budget.group(1)), null, null) : null;
        return new Calendar(session(document, head), year);
    }

    /** The day that the source gives, or else that the head of the text names; the text's where the source's is no day. */
    private static @Nullable PartialDate session(SourceDocument document, View head) {
        PartialDate told = document.date();
        Matcher matcher = SESSION.matcher(head.text());
        if ((told != null && told.day() != null) || !matcher.find()) {
            return told;
        }
        Span span = new Span(head.sourceAt(matcher.start(1)), head.sourceEnd(matcher.end(1)));
        Section part = new Section(Setting.ITEM, List.of(), List.of(span));
        return Figures.dates(document.text(), part, new Calendar(told, null)).stream()
                .findFirst()
                .map(When::date)
                .orElse(told);
    }

    /** The last such day or month that lies before the document's day, or null where that has none. */
    @Nullable
    PartialDate past(int month, @Nullable Integer day) {
        PartialDate now = session;
        if (now == null || now.month() == null) {
            return now == null ? null : new PartialDate(now.year(), null, null);
        }
        PartialDate sameYear = Figures.valid(now.year(), month, day);
        boolean later = sameYear != null && sameYear.earliest().isAfter(now.latest());
        return later ? Figures.valid(now.year() - 1, month, day) : sameYear;
    }
}
