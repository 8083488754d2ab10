package vigie.cli.harvest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes the site of one town. What is chosen by chance, once for each site: its size and share of acts, how deep and
 * under what names they lie, how lists look (items, tables, cards, panels; paged or by year), how files are named and
 * opened, how much its menus unfold, and how much else there is that borrows the words of a council.
 */
final class SiteMaker {

    private static final int PER_PAGE = 10;
    private static final List<Build> BUILDS = List.of(Build.values());

    private final Random random;
    private final Build build;
    private final String host;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Page> files = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final int habit;
    private final int size;
    private final boolean unfolded;
    private final Draft home;
    private final List<Draft> recent = new ArrayList<>();
    private int id = 100;

    private SiteMaker(int number, long seed) {
        this.random = new Random(seed * 1_000_003 + number);
        this.build = BUILDS.get(number % BUILDS.size());
        this.host = "https://www.ville-" + number + ".example";
        this.habit = random.nextInt(1_000);
        this.size = (int) (140 * Math.pow(4.5, random.nextDouble()));
        this.unfolded = random.nextInt(10) < 6;
        this.home = new Draft(host + "/", "Accueil", null, List.of());
        drafts.put(home.url, home);
    }

    /** The same number and seed always make the same site. */
    static Site make(int number, long seed) {
        return new SiteMaker(number, seed).make();
    }

    private Site make() {
        int acts = Math.max(6, (int) (size * (0.03 + 0.11 * random.nextDouble())));
        List<Draft> sections = sections();
        acts(sections, acts);
        ballast(sections);
        Collections.shuffle(home.children, random);
        Map<String, Page> pages = new LinkedHashMap<>(files);
        String frame = menu();
        for (Draft draft : drafts.values()) {
            pages.put(draft.url, Page.html(new PageFrame(host, frame, recent, habit).render(draft), draft.act));
        }
        if (habit % 3 == 0) {
            pages.put(host + "/sitemap.xml", Page.html(sitemap(), false));
        }
        return new Site(build.id(), home.url, pages);
    }

    private List<Draft> sections() {
        List<Draft> sections = new ArrayList<>();
        for (List<String> names : List.of(
                Words.HALL, Words.LIVING, Words.LEISURE, Words.FAMILY, Words.PAPERWORK, Words.DISCOVER, Words.SHELF)) {
            if (names != Words.SHELF || random.nextBoolean()) {
                sections.add(page(home, Words.any(names, random)));
            }
        }
        return sections;
    }

    /** Adds a page below another; a name that is taken gets a number, as every CMS does it. */
    private Draft page(Draft parent, String title) {
        id++;
        List<String> slugs = new ArrayList<>(parent.slugs);
        slugs.add(Words.slug(title));
        String url = host + build.page(slugs, id, random);
        if (!used.add(url)) {
            slugs.set(slugs.size() - 1, Words.slug(title) + "-" + id);
            url = host + build.page(slugs, id, random);
            used.add(url);
        }
        Draft page = new Draft(url, title, parent, slugs);
        drafts.put(url, page);
        parent.children.add(page);
        return page;
    }

    /** What lies further: the same page of a list, not named by any menu. */
    private Draft further(Draft list, int number) {
        Draft page = new Draft(
                host + build.paged(list.url.substring(host.length()), number), list.title, list.parent, list.slugs);
        page.unlisted = true;
        drafts.put(page.url, page);
        return page;
    }

    // Acts

    private void acts(List<Draft> sections, int count) {
        Draft hall = sections.get(0);
        Draft shelf = random.nextInt(3) == 0 ? sections.get(sections.size() - 1) : hall;
        Draft council = page(shelf, Words.any(Words.COUNCIL, random));
        council.content.append("<p>Le conseil se réunit une fois par trimestre à la mairie.</p>");
        for (int deeper = random.nextInt(3); deeper > 1; deeper--) {
            council = page(council, "Travaux du conseil");
        }
        boolean ofSessions = random.nextInt(3) == 0;
        int orders = random.nextInt(10) < 6 ? count / (2 + random.nextInt(4)) : 0;
        List<Act> papers = papers(count - orders, ofSessions);
        int old = random.nextInt(4) == 0 ? papers.size() / 3 : 0;
        Draft minutes = page(council, Words.any(Words.MINUTES, random));
        list(minutes, ofSessions, papers.subList(0, papers.size() - old));
        if (old > 0) {
            Draft archive = page(random.nextBoolean() ? minutes : council, "Années précédentes");
            list(archive, ofSessions, papers.subList(papers.size() - old, papers.size()));
        }
        if (orders > 0) {
            Draft above = random.nextInt(3) > 0 ? hall : sections.get(1 + random.nextInt(sections.size() - 1));
            list(page(above, Words.any(Words.ORDERS, random)), false, orders(orders));
        }
    }

    private List<Act> papers(int count, boolean ofSessions) {
        List<Act> papers = new ArrayList<>();
        LocalDate date = LocalDate.of(Race.YEAR, 10, 1).minusDays(random.nextInt(60));
        while (papers.size() < count) {
            int together = ofSessions ? 3 + random.nextInt(9) : 1;
            for (int i = 0; i < together && papers.size() < count; i++) {
                papers.add(new Act(date, Words.any(Words.MATTERS, random), 1 + random.nextInt(150), false));
            }
            date = date.minusDays(30L + random.nextInt(60));
        }
        return papers;
    }

    private List<Act> orders(int count) {
        List<Act> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate date = LocalDate.of(Race.YEAR, 10, 1).minusDays(9L * i + random.nextInt(9));
            orders.add(new Act(date, Words.any(Words.STREETS, random), 400 - i, true));
        }
        return orders;
    }

    private void list(Draft at, boolean ofSessions, List<Act> acts) {
        if (ofSessions) {
            sessions(at, acts);
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> byYear(at, acts, false);
            case 1 -> byYear(at, acts, true);
            case 2 -> paged(at, acts.stream().map(act -> item(at, act)).toList());
            default ->
                at.content.append(ListShape.of(habit)
                        .list(acts.stream().map(act -> item(at, act)).toList()));
        }
    }

    private void byYear(Draft at, List<Act> acts, boolean ownPages) {
        Map<Integer, List<Act>> years = new LinkedHashMap<>();
        acts.forEach(act -> years.computeIfAbsent(act.date().getYear(), year -> new ArrayList<>())
                .add(act));
        years.forEach((year, some) -> {
            if (ownPages) {
                Draft folder = page(at, habit % 2 == 0 ? String.valueOf(year) : "Année " + year);
                folder.content.append(ListShape.of(habit)
                        .list(some.stream().map(act -> item(folder, act)).toList()));
            } else {
                String items = ListShape.of(habit)
                        .list(some.stream().map(act -> item(at, act)).toList());
                at.content.append(ListShape.panel(habit, "Année " + year, items));
            }
        });
    }

    private void sessions(Draft at, List<Act> acts) {
        Map<LocalDate, List<Act>> days = new LinkedHashMap<>();
        acts.forEach(act ->
                days.computeIfAbsent(act.date(), day -> new ArrayList<>()).add(act));
        List<String> items = new ArrayList<>();
        days.forEach((day, some) -> {
            Draft session = page(
                    at,
                    habit % 2 == 0
                            ? "Séance du " + some.get(0).longDate()
                            : some.get(0).longDate());
            session.unlisted = true;
            session.content.append(ListShape.of(habit + 1)
                    .list(some.stream().map(act -> item(session, act)).toList()));
            items.add(session.link());
        });
        paged(at, items);
    }

    private void paged(Draft at, List<String> items) {
        int pages = (items.size() + PER_PAGE - 1) / PER_PAGE;
        for (int n = 1; n <= pages; n++) {
            Draft page = n == 1 ? at : further(at, n);
            page.content.append(
                    ListShape.of(habit).list(items.subList((n - 1) * PER_PAGE, Math.min(items.size(), n * PER_PAGE))));
            page.content.append(pager(at, n, pages));
        }
    }

    private String pager(Draft list, int shown, int pages) {
        StringBuilder pager = new StringBuilder("<nav class=\"pagination\">");
        for (int n = 1; n <= pages; n++) {
            boolean near = Math.abs(n - shown) == 1 || (habit % 2 == 0 && n != shown && Math.abs(n - shown) < 4);
            String url = n == 1 ? list.url : host + build.paged(list.url.substring(host.length()), n);
            String text = n == shown + 1 && habit % 2 == 1
                    ? "Suivant"
                    : n == shown - 1 && habit % 2 == 1 ? "Précédent" : "" + n;
            pager.append(near ? "<a href=\"" + Draft.escaped(url) + "\">" + text + "</a> " : "");
        }
        return pages < 2 ? "" : pager.append("</nav>").toString();
    }

    /** The link to an act in a list; makes the act as well. */
    private String item(Draft list, Act act) {
        String title = act.title(habit + (act.order() ? 1 : 0));
        if (habit % 5 == 4) {
            Draft page = page(list, title);
            page.unlisted = true;
            if (random.nextInt(4) > 0) {
                page.act = true;
                page.content
                        .append("<p>")
                        .append(Draft.escaped(act.text()).replace("\n", "</p><p>"))
                        .append("</p>");
            } else {
                page.content
                        .append("<p>")
                        .append(open(act.fileName(habit, random), act, "Télécharger le document"))
                        .append("</p>");
            }
            return page.link();
        }
        return open(act.fileName(habit, random), act, title);
    }

    private String open(String name, Act act, String title) {
        boolean scan = random.nextInt(10) < 4;
        String url = file(act.date(), name, scan ? "" : act.text(), true);
        return ListShape.of(habit).open(url, title);
    }

    private String file(LocalDate date, String name, String text, boolean isAct) {
        id++;
        String path = build.file(date.getYear(), date.getMonthValue(), name, id);
        if (!used.add(path)) {
            path = build.file(date.getYear(), date.getMonthValue(), name + "-" + id, id);
            used.add(path);
        }
        files.put(host + path, Page.file(text, isAct));
        String shown = build.shown(path);
        if (!shown.equals(path)) {
            files.put(host + shown, Page.html("<html><body>PDF</body></html>", false));
        }
        return shown;
    }

    // All the rest

    private void ballast(List<Draft> sections) {
        Draft news = page(
                random.nextBoolean() ? home : sections.get(0),
                random.nextBoolean() ? "Actualités" : "Toute l'actualité");
        bodies(sections);
        magazines(sections);
        plans(sections);
        List<String> articles = new ArrayList<>();
        while (drafts.size() + files.size() < size) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> articles.add(article(news));
                case 3 -> service(sections);
                case 4 -> directory(sections);
                case 5 -> handout(sections);
                case 6 -> procedures(sections);
                default -> detail(sections);
            }
        }
        paged(news, articles);
    }

    private String article(Draft news) {
        String title = Words.any(Words.NEWS, random);
        Draft article = page(news, title);
        article.unlisted = true;
        article.content
                .append("<p>Publié en ")
                .append(2020 + random.nextInt(7))
                .append(".</p><p>Plus d'informations en mairie.</p>");
        if (recent.size() < 5) {
            recent.add(article);
        }
        if (random.nextInt(8) == 0) {
            article.content.append("<p>").append(paper("Programme")).append("</p>");
        }
        return article.link();
    }

    private void service(List<Draft> sections) {
        Draft page = page(anySection(sections), Words.any(Words.SERVICES, random));
        page.content.append("<p>Ouvert du lundi au vendredi.</p>");
        if (random.nextInt(3) == 0) {
            page.content.append("<h2>Documents utiles</h2>").append(papers(1 + random.nextInt(4)));
        }
    }

    private void directory(List<Draft> sections) {
        Draft list = page(anySection(sections), random.nextBoolean() ? "Associations" : "Annuaire des commerces");
        List<String> items = new ArrayList<>();
        for (int i = 5 + random.nextInt(15); i > 0; i--) {
            Draft club = page(list, Words.any(Words.CLUBS, random));
            club.unlisted = true;
            club.content.append("<p>Contact : en mairie.</p>");
            items.add(club.link());
        }
        paged(list, items);
    }

    private void handout(List<Draft> sections) {
        anySection(sections).content.append("<h3>À télécharger</h3>").append(papers(1 + random.nextInt(3)));
    }

    /** The national guide to formalities, which many sites carry whole. */
    private void procedures(List<Draft> sections) {
        Draft guide = page(anySection(sections), "Guide des droits et démarches");
        for (int i = 4 + random.nextInt(12); i > 0; i--) {
            Draft sheet =
                    page(guide, Words.any(Words.SERVICES, random) + " : fiche " + (1_000 + random.nextInt(9_000)));
            sheet.unlisted = random.nextBoolean();
            guide.content.append("<p>").append(sheet.link()).append("</p>");
        }
    }

    private void detail(List<Draft> sections) {
        Draft above = anySection(sections);
        Draft parent = above.children.isEmpty() || random.nextInt(3) == 0
                ? above
                : above.children.get(random.nextInt(above.children.size()));
        Draft page = page(parent, Words.any(Words.PLACES, random));
        page.content.append("<p>Accès libre toute l'année.</p>");
    }

    /** Bodies that borrow the council's name, with minutes of their own that are no acts. */
    private void bodies(List<Draft> sections) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Draft body = page(sections.get(random.nextInt(2)), Words.any(Words.BODIES, random));
            List<String> items = new ArrayList<>();
            for (int n = random.nextInt(9); n > 0; n--) {
                String name = "Compte rendu du " + (1 + random.nextInt(28)) + " mars " + (2019 + random.nextInt(8));
                items.add(
                        ListShape.of(habit).open(file(someDay(), Words.slug(name), "Réunion du comité", false), name));
            }
            body.content.append(ListShape.of(habit).list(items));
        }
        Draft members = page(sections.get(0), "Les élus");
        for (int n = 4 + random.nextInt(8); n > 0; n--) {
            Draft member = page(members, "Délégation " + Words.any(Words.SERVICES, random));
            member.content.append("<p>Permanence sur rendez-vous.</p>");
        }
    }

    private void magazines(List<Draft> sections) {
        Draft shelf = page(sections.get(sections.size() - 1), "Bulletin municipal");
        List<String> items = new ArrayList<>();
        for (int n = 4 + random.nextInt(20); n > 0; n--) {
            items.add(ListShape.of(habit)
                    .open(file(someDay(), "bulletin-" + n, "Le magazine de la ville", false), "Bulletin n° " + n));
        }
        shelf.content.append(ListShape.of(habit).list(items));
    }

    private void plans(List<Draft> sections) {
        Draft plan = page(anySection(sections), "Plan local d'urbanisme");
        plan.content.append("<h2>Pièces du dossier</h2>").append(papers(5 + random.nextInt(20)));
    }

    private String papers(int count) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(paper(Words.any(Words.FILES, random)));
        }
        return ListShape.of(habit).list(items);
    }

    private String paper(String title) {
        String name = habit % 7 == 2 || habit % 7 == 4 ? "doc_" + random.nextInt(99_999) : Words.slug(title);
        return ListShape.of(habit).open(file(someDay(), name, title, false), title);
    }

    private LocalDate someDay() {
        return LocalDate.of(2015 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private Draft anySection(List<Draft> sections) {
        Draft section = sections.get(random.nextInt(sections.size()));
        return section.children.isEmpty() || random.nextBoolean()
                ? section
                : section.children.get(random.nextInt(section.children.size()));
    }

    /** Menus unfold two levels in most sites, one in the others. */
    private String menu() {
        StringBuilder menu = new StringBuilder("<nav class=\"menu\"><ul>");
        for (Draft section : home.children) {
            menu.append("<li>").append(section.link());
            if (unfolded) {
                menu.append("<ul>");
                section.children.stream()
                        .filter(page -> !page.unlisted)
                        .forEach(page -> menu.append("<li>").append(page.link()).append("</li>"));
                menu.append("</ul>");
            }
            menu.append("</li>");
        }
        return menu.append("</ul></nav>").toString();
    }

    private String sitemap() {
        StringBuilder map = new StringBuilder(
                "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        List<String> urls = new ArrayList<>(drafts.keySet());
        Collections.sort(urls);
        urls.forEach(url -> map.append("<url><loc>").append(Draft.escaped(url)).append("</loc></url>"));
        return map.append("</urlset>").toString();
    }
}
