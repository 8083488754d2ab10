package vigie.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.PartialDate;
import vigie.model.Stage;

/** When a call was published, or a contract made: of a notice's dates the one that its labels and the words before it speak for. */
final class NoticeDates {

    private static final Pattern SIGNED = Pattern.compile(
            "(?:sign|notif|conclu|attribu|decision|pris effet)\\w*\\.?(?: des (?:[a-z]+ )?(?:lots|marches|contrats)(?: [\\da, et]+)?)?[^.;:\\d]{0,25}(?::|–|\\.{3,})? ?$");
    private static final Pattern GIVEN_UP =
            Pattern.compile("(?:sans suite|infructueu\\w*|abandon\\w*|annul\\w*)[^.;:\\d]{0,25}:? ?$");
    private static final Pattern SENT = Pattern.compile(
            "(?:envoi|envoy|publi|paru|expedie|transmis|annonce(?!e)|mise en ligne)[^.;]{0,45}$|\\bavis (?:initial |concerne |d'origine |de marche )?(?:: |n ?[°º] ?)*(?:[\\d/_.-]{3,20},? )?du $");
    /** The same where nothing stands between, which tells even among the words of another field. */
    private static final Pattern SENT_ON = Pattern.compile(
            "(?:envoyee?|publiee?|parue?|parution|publication|transmise?|expediee?|mise? en ligne)(?: (?:a la publication|au \\w+))?(?: le| du| :)* ?$");

    private static final int LEFT = 60;

    private final Notice notice;
    private final Stage stage;
    private final List<When> dates;

    NoticeDates(Notice notice, Sentence whole, Stage stage) {
        View view = notice.view();
        this.notice = notice;
        this.stage = stage;
        this.dates = whole.finds().dates().stream()
                .filter(when -> !Corrections.isWrong(
                        view.text(),
                        view.at(when.span().start()),
                        view.at(when.span().end() - 1) + 1))
                .toList();
    }

    /** The date for what these lines are about: in one of them, if one stands there, else anywhere. */
    @Nullable
    PartialDate of(List<Span> own) {
        return first(when ->
                        own.stream().anyMatch(line -> line.contains(when.span().start())))
                .or(() -> first(when -> true))
                .map(When::date)
                .orElse(null);
    }

    private Optional<When> first(Predicate<When> which) {
        Notice.Field field = stage == Stage.TENDERED ? Notice.Field.SENT_DATE : Notice.Field.AWARD_DATE;
        return dates.stream()
                .filter(which)
                .filter(when -> stage == Stage.REJECTED
                        && GIVEN_UP.matcher(left(at(when))).find())
                .findFirst()
                .or(() -> dates.stream()
                        .filter(which)
                        .filter(when -> notice.fieldAt(at(when)) == field)
                        .findFirst())
                .or(() -> dates.stream().filter(which).filter(this::isTold).findFirst());
    }

    private boolean isTold(When when) {
        boolean tender = stage == Stage.TENDERED;
        String left = left(at(when));
        return notice.fieldAt(at(when)) == Notice.Field.DEADLINE
                ? tender && SENT_ON.matcher(left).find()
                : (tender ? SENT : SIGNED).matcher(left).find();
    }

    private int at(When when) {
        return notice.view().at(when.span().start());
    }

    private String left(int at) {
        return notice.view().text().substring(Math.max(0, at - LEFT), at);
    }
}
