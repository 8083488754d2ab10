package vigie.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.indexer.eval.FactScores;
import vigie.indexer.eval.PassageScores;
import vigie.indexer.eval.Ratio;

/** Scores of the extraction as tables for people. */
final class ScoreTables {

    private static final int MOST_CONFUSIONS = 15;

    private final Terminal terminal;
    private final Messages messages;
    private final int errors;

    /** Tables that list the first {@code errors} errors. */
    ScoreTables(Terminal terminal, Messages messages, int errors) {
        this.terminal = terminal;
        this.messages = messages;
        this.errors = errors;
    }

    void print(PassageScores scores) {
        title("eval.passages", scores.passages());
        Table table = table();
        row(table, "eval.detection", scores.detection());
        row(table, "eval.end-to-end", scores.endToEnd());
        row(table, "eval.amount", scores.amount());
        row(table, "eval.date", scores.date());
        row(table, "eval.date-compatible", scores.dateCompatible());
        row(table, "eval.vendor", scores.vendor());
        row(table, "eval.commune", scores.commune());
        table.print();
        PassageScores.WithoutAnalytics plain = scores.withoutAnalytics();
        say("eval.given", number(scores.stageGivenDetection()));
        say("eval.plain", plain.hit(), plain.passages(), plain.claims());
        say("eval.forbidden", scores.forbiddenHits(), scores.forbiddenEntries(), scores.integratorAsVendor());
        print("eval.by-technology", scores.byTechnology());
        print("eval.by-stage", scores.byStage());
        tags(scores.byTag());
        title("eval.confusions");
        scores.confusions().stream()
                .limit(MOST_CONFUSIONS)
                .forEach(one -> terminal.out().println(one.gold() + " → " + one.predicted() + ": " + one.times()));
        scores.forbidden().stream()
                .limit(errors)
                .forEach(hit -> terminal.out().println("! " + hit.passage() + " " + hit.why() + ": " + hit.claim()));
        scores.misses().stream()
                .limit(errors)
                .forEach(miss ->
                        terminal.out().println("- " + miss.passage() + " " + miss.gold() + "\n  → " + miss.nearest()));
    }

    void print(FactScores scores) {
        title("eval.facts", scores.facts(), scores.readable(), scores.wronglyAnalytics());
        Table table = table();
        row(table, "eval.claimed", scores.claimed());
        row(table, "eval.commune", scores.commune());
        row(table, "eval.technology", scores.technology());
        row(table, "eval.vendor", scores.vendor());
        row(table, "eval.stage", scores.stage());
        table.print();
        scores.misses().stream().limit(errors).forEach(miss -> terminal.out().println("- " + miss));
    }

    private void print(String title, Map<String, Ratio> ratios) {
        title(title);
        Table table = table();
        ratios.forEach((name, ratio) -> table.row(cells(name, ratio)));
        table.print();
    }

    private void tags(Map<String, PassageScores.Tagged> tags) {
        title("eval.by-tag");
        Table table = new Table(
                terminal,
                List.of(
                        "",
                        messages.get("eval.texts"),
                        messages.get("eval.detection"),
                        messages.get("eval.end-to-end")));
        tags.forEach((tag, scores) -> table.row(List.of(
                tag,
                String.valueOf(scores.passages()),
                number(scores.detection().f1()),
                number(scores.endToEnd().f1()))));
        table.print();
    }

    private Table table() {
        return new Table(terminal, List.of("", "P", "R", "F1", messages.get("eval.right-predicted-gold")));
    }

    private void row(Table table, String key, Ratio ratio) {
        table.row(cells(messages.get(key), ratio));
    }

    private List<String> cells(String name, Ratio ratio) {
        return List.of(
                name,
                number(ratio.precision()),
                number(ratio.recall()),
                number(ratio.f1()),
                ratio.right() + "/" + ratio.predicted() + "/" + ratio.gold());
    }

    private void title(String key, Object... values) {
        terminal.out().println();
        terminal.out().println(terminal.bold(messages.get(key, values)));
    }

    private void say(String key, Object... values) {
        terminal.out().println(messages.get(key, values));
    }

    private String number(@Nullable Double share) {
        return share == null ? "–" : String.format(messages.language(), "%.3f", share);
    }
}
