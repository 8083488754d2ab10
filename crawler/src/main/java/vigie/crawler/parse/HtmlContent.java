package vigie.crawler.parse;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;

/**
 * Tells the content of a page from what frames every page of a site: navigation, banners, cookie notices, share
 * buttons, hidden parts.
 *
 * <p>When in doubt a part stays: text that is lost here is lost for good. So nothing goes that holds half of the page's
 * text, panels of accordions and tabs count as visible, and if hardly anything would be left, only what is never text
 * goes.
 */
final class HtmlContent {

    /**
     * Where the content is.
     *
     * @param elements that hold it, in order, none inside another
     * @param skipped elements inside them that do not belong to it
     */
    record Parts(List<Element> elements, Set<Element> skipped) {}

    private static final Set<String> NEVER_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "canvas",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "map",
            "select",
            "datalist",
            "textarea",
            "input",
            "link",
            "meta",
            "title",
            "base",
            "math");
    private static final Set<String> FRAME_ROLES = Set.of(
            "navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog");
    private static final Pattern NOTICE =
            Pattern.compile("(?:cookies?|tarteaucitron|didomi|axeptio|orejime|klaro|rgpd|gdpr|consent|cc)(?:[-_].*)?"
                    + "|(?:tarteaucitron|cookie|didomi|axeptio).*|fr-consent.*|.*[-_]cookies?(?:[-_].*)?");
    private static final Pattern CRUMBS = Pattern.compile(
            "breadcrumbs?(?:[-_].*)?|.*[-_]breadcrumbs?|(?:fil[-_]?d?[-_]?)?ariane|filariane|chemin|skip-?links?(?:[-_].*)?"
                    + "|fr-skiplinks|evitement|acces-?rapide|skip-to-content");
    private static final Pattern LINK_BLOCK = Pattern.compile(
            "(?:.*[-_])?(?:menus?|nav|navbar|navigation|sidebar|pagination|pager|topbar|toolbar|outils|share|sharing"
                    + "|sharedaddy|partage|partager|addtoany|social|socials|reseaux|reseaux-sociaux)(?:[-_].*)?|a2a_kit");
    private static final Pattern BANNER =
            Pattern.compile("(?:site|page|fr|main|global)?[-_]?(?:header|footer|entete|bandeau|pied|masthead|colophon)"
                    + "|pied[-_]?de[-_]?page|pied[-_]?page|footer[-_].*|header[-_].*");
    private static final Pattern UNSEEN_STYLE =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
    private static final Pattern PANEL = Pattern.compile(
            "(?:.*[-_])?(?:accordion|accordeon|collapse|collapsed|collapsible|tabs?|panel|pane|toggle|spoiler|onglets?"
                    + "|depliable|deplier|faq|details?|content|contenu)(?:[-_].*)?");
    private static final Query MAIN = Query.of("main, [role=main]");
    private static final Query CONTENT = Query.of(
            "#contenu, #content, #main, #contenu-principal, #page-content, #main-content, .entry-content, .item-page");
    private static final Query HEADING = Query.of("h1");
    private static final Query CONTROLS = Query.of("[aria-controls], [data-target], [data-bs-target], a[href^=#]");
    private static final Set<String> CONTENT_TAGS = Set.of("main", "article", "section", "blockquote");
    private static final Set<String> TITLES = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt");
    private static final int MAX_LEVELS = 200;
    private static final int MUCH = 200;

    private final Document page;
    private final TextMass mass;
    private final Set<String> controlled;
    private final Set<Element> aroundMain = new HashSet<>();

    private HtmlContent(Document page) {
        this.page = page;
        this.mass = new TextMass(page.body(), Set.of());
        this.controlled = controlledIds(page);
        for (Element main : MAIN.in(page)) {
            for (Element e = main; e != null && aroundMain.add(e); ) {
                e = e.parent();
            }
        }
    }

    /** Finds the content of {@code page}, which stays as it is. */
    static Parts of(Document page) {
        Element body = page.body();
        HtmlContent content = new HtmlContent(page);
        Set<Element> frame = collect(body, content::isFrame);
        TextMass left = new TextMass(body, frame);
        List<Element> parts = mainParts(body, frame, left);
        int kept = parts.stream().mapToInt(left::of).sum();
        if (kept >= MUCH || kept * 5 >= content.mass.of(body)) {
            return new Parts(parts, frame);
        }
        Set<Element> noText = collect(body, e -> NEVER_TEXT.contains(e.normalName()));
        boolean tookTooMuch = new TextMass(body, noText).of(body) > 2 * kept + MUCH;
        return tookTooMuch ? new Parts(List.of(body), noText) : new Parts(parts, frame);
    }

    /** The way to the page as its breadcrumbs tell it. */
    static Optional<String> crumbs(Document page) {
        return page.body().stream()
                .filter(e ->
                        names(e).stream().anyMatch(name -> CRUMBS.matcher(name).matches() && !isSkipLink(name)))
                .findFirst()
                .map(LinkAnchor::of)
                .filter(crumbs -> !crumbs.isEmpty());
    }

    private static boolean isSkipLink(String name) {
        return name.contains("skip") || name.contains("evitement") || name.startsWith("acces");
    }

    private static List<Element> mainParts(Element body, Set<Element> frame, TextMass mass) {
        List<Element> mains = List.copyOf(collect(
                body, e -> e.normalName().equals("main") || e.attr("role").equals("main")));
        int inMains = mains.stream().mapToInt(mass::of).sum();
        if (inMains * 3 >= mass.of(body) || (inMains >= MUCH && mass.linkShare(body) > 0.5)) {
            return mains;
        }
        return CONTENT.in(body).stream()
                .filter(e -> !frame.contains(e) && mass.of(e) * 2 >= mass.of(body))
                .findFirst()
                .map(List::of)
                .orElse(List.of(body));
    }

    /** The outermost elements below {@code body} of a kind, in order. */
    private static Set<Element> collect(Element body, Predicate<Element> kind) {
        Set<Element> found = new LinkedHashSet<>();
        body.filter((node, depth) -> {
            if (depth > 0 && node instanceof Element e && kind.test(e)) {
                found.add(e);
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        return found;
    }

    private boolean isFrame(Element element) {
        if (NEVER_TEXT.contains(element.normalName())) {
            return true;
        }
        if (mass.of(element) * 2 > mass.of(page.body()) || aroundMain.contains(element)) {
            return false;
        }
        return isUnseen(element) || isFrameByTag(element) || isFrameByName(element);
    }

    private boolean isFrameByTag(Element element) {
        return switch (element.normalName()) {
            case "nav" -> true;
            case "header", "footer" -> !isInsideContent(element);
            case "button" -> isPlainButton(element);
            default ->
                FRAME_ROLES.contains(element.attr("role"))
                        && !(element.attr("role").equals("dialog") && mass.of(element) > 10 * MUCH);
        };
    }

    private static boolean isPlainButton(Element button) {
        return !button.hasAttr("aria-expanded")
                && !button.hasAttr("aria-controls")
                && !button.hasAttr("data-toggle")
                && !button.hasAttr("data-bs-toggle")
                && !isWithin(button, TITLES);
    }

    private boolean isFrameByName(Element element) {
        for (String name : names(element)) {
            boolean linkBlock = mass.linkShare(element) >= 0.5 || mass.of(element) < 40;
            if (NOTICE.matcher(name).matches()
                    || (CRUMBS.matcher(name).matches() && mass.of(element) < 2 * MUCH)
                    || (linkBlock && LINK_BLOCK.matcher(name).matches() && !isInTable(element))
                    || (BANNER.matcher(name).matches() && !isInsideContent(element) && !holdsTitle(element))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInTable(Element element) {
        return switch (element.normalName()) {
            case "td", "th", "tr", "tbody", "li", "h1", "h2", "h3", "p", "a", "span" -> true;
            default -> false;
        };
    }

    private boolean holdsTitle(Element element) {
        return HEADING.firstIn(element) != null && mass.of(element) > MUCH && mass.linkShare(element) < 0.3;
    }

    private static boolean isInsideContent(Element element) {
        Element parent = element.parent();
        return parent != null && isWithin(parent, CONTENT_TAGS);
    }

    /** Whether the element is, or is in, one of the kind; not further up than pages that people write nest. */
    private static boolean isWithin(Element element, Set<String> tags) {
        int levels = 0;
        for (Element e = element; e != null && levels < MAX_LEVELS; e = e.parent()) {
            if (tags.contains(e.normalName())) {
                return true;
            }
            levels++;
        }
        return false;
    }

    private boolean isUnseen(Element element) {
        boolean unseen = element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || UNSEEN_STYLE.matcher(element.attr("style")).find();
        return unseen && !isPanel(element) && mass.of(element) < MUCH;
    }

    private boolean isPanel(Element element) {
        return element.attr("role").equals("tabpanel")
                || controlled.contains(element.id())
                || names(element).stream().anyMatch(n -> PANEL.matcher(n).matches());
    }

    private static Set<String> controlledIds(Document page) {
        Set<String> ids = new HashSet<>();
        for (Element e : CONTROLS.in(page)) {
            for (String name : List.of("aria-controls", "data-target", "data-bs-target", "href")) {
                String id = e.attr(name);
                ids.add(id.startsWith("#") ? id.substring(1) : id);
            }
        }
        ids.remove("");
        return ids;
    }

    private static Set<String> names(Element element) {
        Set<String> names = new HashSet<>();
        for (String name : element.classNames()) {
            names.add(name.toLowerCase(Locale.ROOT));
        }
        names.add(element.id().toLowerCase(Locale.ROOT));
        names.remove("");
        return names;
    }
}
