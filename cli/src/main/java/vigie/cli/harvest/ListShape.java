package vigie.cli.harvest;

import java.util.List;

/** How a site shows a list, and how one opens a file from it. */
enum ListShape {
    ITEMS,
    TABLE,
    CARDS,
    BUTTONS;

    static ListShape of(int habit) {
        return values()[habit % values().length];
    }

    String list(List<String> links) {
        StringBuilder list = new StringBuilder();
        for (String link : links) {
            list.append(
                    switch (this) {
                        case ITEMS, BUTTONS -> "<li>" + link + "</li>";
                        case TABLE -> "<tr><td>" + link + "</td></tr>";
                        case CARDS ->
                            "<article class=\"card\"><div class=\"card__content\">" + link + "</div></article>";
                    });
        }
        return switch (this) {
            case ITEMS, BUTTONS -> "<ul>" + list + "</ul>";
            case TABLE -> "<table>" + list + "</table>";
            case CARDS -> "<div class=\"cards\">" + list + "</div>";
        };
    }

    /** A link that opens a file: by its name, beside its name, or from a card. */
    String open(String url, String title) {
        String to = Draft.escaped(url);
        String name = Draft.escaped(title);
        return switch (this) {
            case ITEMS -> "<a href=\"" + to + "\">" + name + "</a> (PDF, 245 Ko)";
            case TABLE -> name + "</td><td><a href=\"" + to + "\">Télécharger</a>";
            case CARDS ->
                "<h3>" + name + "</h3><a data-href=\"" + to + "\" href=\"" + to + "\" title=\"Télécharger " + name
                        + "\">Télécharger</a>";
            case BUTTONS -> "<strong>" + name + "</strong> <a href=\"" + to + "\">Consulter</a>";
        };
    }

    /** A part of a page that unfolds, or stands under a heading. */
    static String panel(int habit, String title, String content) {
        return switch (habit % 3) {
            case 0 -> "<h3>" + title + "</h3>" + content;
            case 1 ->
                "<div class=\"elementor-tab\"><button aria-expanded=\"false\">" + title
                        + "</button><div class=\"accordion-panel\">" + content + "</div></div>";
            default -> "<details><summary>" + title + "</summary>" + content + "</details>";
        };
    }
}
