package vigie.cli.harvest;

import java.util.List;

/** What is the same on every page of a site: menus, crumbs, latest news, footer. */
record PageFrame(String host, String menu, List<Draft> recent, int habit) {

    String render(Draft draft) {
        StringBuilder main = new StringBuilder();
        if (draft.parent != null && habit % 4 != 3) {
            main.append("<div class=\"breadcrumb\"><a href=\"")
                    .append(host)
                    .append("/\">Accueil</a> ")
                    .append(draft.parent.link())
                    .append("</div>");
        }
        main.append("<main><h1>")
                .append(Draft.escaped(draft.title))
                .append("</h1>")
                .append(draft.content);
        main.append("<ul>");
        draft.children.stream()
                .filter(child -> !child.unlisted)
                .forEach(child -> main.append("<li>").append(child.link()).append("</li>"));
        main.append("</ul></main>");
        return "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + Draft.escaped(draft.title)
                + " - Ville</title></head><body><header>" + menu + "</header>" + main + aside(draft)
                + "<footer><p>Mairie, 1 place de la Mairie</p></footer></body></html>";
    }

    private String aside(Draft draft) {
        StringBuilder aside = new StringBuilder("<aside class=\"sidebar\">");
        if (draft.parent != null && habit % 2 == 0) {
            draft.parent.children.stream()
                    .filter(page -> !page.unlisted)
                    .limit(12)
                    .forEach(page -> aside.append("<p>").append(page.link()).append("</p>"));
        }
        recent.forEach(page -> aside.append("<p>").append(page.link()).append("</p>"));
        return aside.append("</aside>").toString();
    }
}
