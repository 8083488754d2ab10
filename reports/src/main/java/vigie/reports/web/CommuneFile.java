package vigie.reports.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.Objects;
import vigie.model.Commune;

/** {@code /commune/INSEE/report.pdf} and its like: the city report as a file to keep. Thread-safe. */
final class CommuneFile {

    private final CommunePage communes;
    private final CityFiles files;
    private final Languages languages;

    CommuneFile(CommunePage communes, CityFiles files, Languages languages) {
        this.communes = communes;
        this.files = files;
        this.languages = languages;
    }

    /** Answers with that form. */
    Handler in(ReportForm form) {
        return context -> send(context, form);
    }

    private void send(Context context, ReportForm form) {
        Commune commune = communes.named(context.pathParam("insee"));
        String asOf =
                Objects.requireNonNullElse(context.queryParam("as-of"), "").strip();
        Instant moment = SearchForm.end(asOf);
        String name = "vigie-" + commune.code() + (moment == null ? "" : "-" + asOf) + "." + form.ending();
        context.contentType(form.type())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Language, Cookie")
                .result(files.of(commune, moment, form, languages.of(context).locale()));
    }
}
