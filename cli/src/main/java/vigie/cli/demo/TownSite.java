package vigie.cli.demo;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The web site of one town. Sites differ as real ones do: paged listings, accordions with a download script, Latin-1,
 * redirects, sitemap and robots.txt, a calendar without end, links to private addresses, scans, tables.
 */
final class TownSite {

    /**
     * What a path answers.
     *
     * @param location for redirects
     */
    record Reply(
            int status,
            String mediaType,
            byte[] body,
            @Nullable String location) {}

    private static final int PER_PAGE = 8;

    private final World.Town town;
    private final List<World.Act> acts;
    private final String origin;
    private final Charset charset;
    private final Map<String, Reply> replies = new LinkedHashMap<>();

    TownSite(World.Town town, List<World.Act> acts, String origin) throws IOException {
        this.town = town;
        this.acts = acts;
        this.origin = origin;
        this.charset = town.build().equals("latin1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        build();
    }

    /** The answer to a path with its query. */
    Reply reply(String path) {
        Reply reply = replies.get(path);
        if (reply != null) {
            return reply;
        }
        if (town.build().equals("calendar")) {
            // This CMS answers 200 to anything: a soft 404, and a calendar that goes on for ever.
            return path.startsWith("/agenda") ? calendar(path) : softNotFound();
        }
        return page(404, "Page introuvable", "<p>La page demandée n'existe pas.</p>");
    }

    private void build() throws IOException {
        for (World.Act act : acts) {
            replies.put(path(act), act.format().equals("html") ? article(act) : file(act));
        }
        page(
                "/",
                "Accueil",
                "<p>Bienvenue à " + Paper.escaped(town.name()) + ".</p><p><a href=\"/mairie\">La mairie</a></p>");
        page("/mairie", "La mairie", "<p>Horaires : du lundi au vendredi, de 9 h à 12 h.</p>");
        switch (town.build()) {
            case "paged" -> paged();
            case "accordion" -> accordion();
            case "redirects" -> redirects();
            case "sitemap" -> sitemap();
            case "calendar" ->
                page(
                        "/conseil",
                        "Conseil municipal",
                        links(acts)
                                + "<p><a href=\"/agenda?mois=2024-01\">Agenda</a> <a href=\"/agenda-perdu\">Ancien agenda</a></p>");
            case "private-links" -> page("/conseil", "Conseil municipal", links(acts) + privateLinks());
            case "table" -> page("/conseil", "Conseil municipal", table(acts));
            default -> page("/conseil", "Conseil municipal", links(acts));
        }
    }

    private void paged() {
        int pages = (acts.size() + PER_PAGE - 1) / PER_PAGE;
        for (int i = 1; i <= pages; i++) {
            List<World.Act> some = acts.subList((i - 1) * PER_PAGE, Math.min(acts.size(), i * PER_PAGE));
            String next =
                    i < pages ? "<p><a rel=\"next\" href=\"/conseil?page=" + (i + 1) + "\">Page suivante</a></p>" : "";
            page(i == 1 ? "/conseil" : "/conseil?page=" + i, "Délibérations, page " + i, links(some) + next);
        }
        replies.put("/conseil?page=1", new Reply(301, "text/html", new byte[0], "/conseil"));
    }

    private void accordion() {
        StringBuilder panels = new StringBuilder();
        for (Map.Entry<Integer, List<World.Act>> year : acts.stream()
                .collect(Collectors.groupingBy(act -> act.date().getYear()))
                .entrySet()) {
            panels.append("<div class=\"accordion-item\"><button aria-expanded=\"false\">Année ")
                    .append(year.getKey())
                    .append("</button><div class=\"accordion-panel\" style=\"display:none\">")
                    .append(links(year.getValue()))
                    .append("</div></div>");
        }
        page("/conseil", "Actes administratifs", panels.toString());
    }

    private void redirects() {
        replies.put("/conseil", new Reply(301, "text/html", new byte[0], "/vie-municipale/proces-verbaux/"));
        replies.put("/vie-municipale/proces-verbaux/", new Reply(302, "text/html", new byte[0], "/pv.html"));
        replies.put("/boucle", new Reply(302, "text/html", new byte[0], "/boucle"));
        page(
                "/pv.html",
                "Procès-verbaux",
                links(acts) + "<p><a href=\"/disparu.pdf\">PV de 2019</a> <a href=\"/boucle\">Archives</a></p>");
    }

    private void sitemap() {
        String urls = acts.stream()
                .map(act -> "<url><loc>" + origin + path(act) + "</loc><lastmod>" + act.date() + "</lastmod></url>")
                .collect(Collectors.joining());
        put(
                "/sitemap.xml",
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                        + urls + "</urlset>");
        put(
                "/robots.txt",
                "text/plain",
                "User-agent: *\nDisallow: /prive/\nCrawl-delay: 0.2\n\nSitemap: " + origin + "/sitemap.xml\n");
        page(
                "/conseil",
                "Publications",
                "<p>Les actes sont publiés par ordre de date.</p><p><a href=\"/prive/brouillon.pdf\">Espace réservé</a></p>");
    }

    private static String privateLinks() {
        return "<ul><li><a href=\"http://169.254.169.254/latest/meta-data/\">Statistiques</a></li>"
                + "<li><a href=\"http://10.0.0.5/intranet/deliberation.pdf\">Intranet</a></li></ul>";
    }

    private Reply calendar(String path) {
        String month = path.replaceFirst(".*mois=", "");
        YearMonth shown = month.matches("\\d{4}-\\d{2}") ? YearMonth.parse(month) : YearMonth.of(2024, 1);
        return page(
                200,
                "Agenda " + shown,
                "<p>Aucun événement.</p><p><a href=\"/agenda?mois=" + shown.minusMonths(1)
                        + "\">Mois précédent</a> <a href=\"/agenda?mois=" + shown.plusMonths(1)
                        + "\">Mois suivant</a></p>");
    }

    private Reply softNotFound() {
        return page(200, "Page introuvable", "<p>Désolé, cette page n'existe pas ou plus.</p>");
    }

    private String path(World.Act act) {
        if (!town.build().equals("accordion")) {
            return "/" + act.path();
        }
        return "/telechargement.php?id=" + (1000 + acts.indexOf(act));
    }

    private String links(List<World.Act> some) {
        List<String> items = new ArrayList<>();
        for (World.Act act : some) {
            items.add("<li><a href=\"" + Paper.escaped(path(act)) + "\">" + Paper.escaped(act.title())
                    + "</a> <time datetime=\"" + act.date() + "\">" + french(act.date()) + "</time></li>");
        }
        return "<ul>" + String.join("\n", items) + "</ul>";
    }

    private String table(List<World.Act> some) {
        return some.stream()
                .map(act -> "<tr><td>" + french(act.date()) + "</td><td>" + Paper.escaped(act.title())
                        + "</td><td><a href=\"" + path(act) + "\">Consulter</a></td></tr>")
                .collect(Collectors.joining(
                        "\n", "<table><tr><th>Date</th><th>Objet</th><th>Acte</th></tr>", "</table>"));
    }

    private Reply article(World.Act act) {
        String paragraphs = act.text().strip().lines().map(String::strip).collect(Collectors.joining("\n"));
        return page(
                200,
                act.title(),
                "<p class=\"date\">Publié le " + french(act.date()) + "</p><p>"
                        + Paper.escaped(paragraphs).replaceAll("\n\\s*\n", "</p>\n<p>") + "</p>");
    }

    private static Reply file(World.Act act) throws IOException {
        return new Reply(200, Paper.mediaType(act.format()), Paper.of(act), null);
    }

    private void page(String path, String title, String content) {
        replies.put(path, page(200, title, content));
    }

    private Reply page(int status, String title, String content) {
        String html = "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"" + charset.name() + "\"><title>"
                + Paper.escaped(title) + " - " + Paper.escaped(town.name()) + "</title></head><body>"
                + "<header><nav><ul><li><a href=\"/\">Accueil</a></li><li><a href=\"/conseil\">Conseil municipal</a></li></ul></nav></header>"
                + "<main><h1>" + Paper.escaped(title) + "</h1>\n" + content + "</main>"
                + "<footer><p>" + Paper.escaped(town.name())
                + " n'existe pas : commune imaginaire du jeu d'essai de Vigie.</p></footer>"
                + "</body></html>";
        return new Reply(status, "text/html; charset=" + charset.name(), html.getBytes(charset), null);
    }

    private void put(String path, String mediaType, String text) {
        replies.put(path, new Reply(200, mediaType, text.getBytes(StandardCharsets.UTF_8), null));
    }

    private static String french(LocalDate date) {
        return String.format(
                java.util.Locale.ROOT, "%02d/%02d/%d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }
}
