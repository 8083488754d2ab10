package vigie.crawler.parse;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;

/**
 * Takes what frames every page of a site (navigation, banners, cookie notices, share buttons, hidden parts) out of a
 * document, and finds what is left of content.
 *
 * <p>When in doubt a part stays: text that is lost here is lost for good. So nothing goes that holds half of the page's
 * text, panels of accordions and tabs count as visible, and if hardly anything would be left, only what is never text
 * goes.
 */
final class HtmlContent {

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
    private static final String MAIN = "main, [role=main]";
    private static final String CONTENT =
            "#contenu, #content, #main, #contenu-principal, #page-content, #main-content, .entry-content, .item-page";
    private static final int MUCH = 200;

    private final Document page;
    private final TextMass mass;
    private final Set<String> controlled;
    private final Set<Element> aroundMain = Collections.newSetFromMap(new IdentityHashMap<>());

    private HtmlContent(Document page) {
        this.page = page;
        this.mass = new TextMass(page.body());
        this.controlled = controlledIds(page);
        for (Element main : page.select(MAIN)) {
            aroundMain.add(main);
            aroundMain.addAll(main.parents());
        }
    }

    /**
     * Strips {@code page} of its frame, and gives what holds the content, in order.
     *
     * @param again gives the page untouched, for the case that stripping took too much
     */
    static List<Element> of(Document page, Supplier<Document> again) {
        HtmlContent content = new HtmlContent(page);
        int before = content.mass.of(page.body());
        page.body().filter(content.keepingContent());
        List<Element> parts = mainParts(page);
        int after = parts.stream().mapToInt(p -> new TextMass(p).of(p)).sum();
        if (after >= MUCH || after * 5 >= before) {
            return parts;
        }
        Document copy = again.get();
        copy.body().filter(HtmlContent::keepingText);
        return new TextMass(copy.body()).of(copy.body()) > 2 * after + MUCH ? List.of(copy.body()) : parts;
    }

    private static List<Element> mainParts(Document page) {
        Element body = page.body();
        TextMass mass = new TextMass(body);
        Elements mains = outermost(page.select(MAIN));
        int inMains = mains.stream().mapToInt(mass::of).sum();
        if (inMains * 3 >= mass.of(body) || (inMains >= MUCH && mass.linkShare(body) > 0.5)) {
            return mains;
        }
        return page.select(CONTENT).stream()
                .filter(e -> mass.of(e) * 2 >= mass.of(body))
                .findFirst()
                .map(List::of)
                .orElse(List.of(body));
    }

    private static Elements outermost(Elements elements) {
        Set<Element> all = new HashSet<>(elements);
        Elements outermost = new Elements();
        for (Element e : elements) {
            if (e.parents().stream().noneMatch(all::contains)) {
                outermost.add(e);
            }
        }
        return outermost;
    }

    private NodeFilter keepingContent() {
        return (node, depth) -> node instanceof Element element && depth > 0 && isFrame(element)
                ? NodeFilter.FilterResult.REMOVE
                : NodeFilter.FilterResult.CONTINUE;
    }

    private static NodeFilter.FilterResult keepingText(Node node, int depth) {
        return node instanceof Element element && NEVER_TEXT.contains(element.normalName())
                ? NodeFilter.FilterResult.REMOVE
                : NodeFilter.FilterResult.CONTINUE;
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
                && button.closest("h1, h2, h3, h4, h5, h6, summary, dt") == null;
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
        return !element.select("h1").isEmpty() && mass.of(element) > MUCH && mass.linkShare(element) < 0.3;
    }

    private static boolean isInsideContent(Element element) {
        return element.parent() != null
                && element.parent().closest("main, article, section, blockquote, [role=main]") != null;
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
        for (Element e : page.select("[aria-controls], [data-target], [data-bs-target], a[href^=#]")) {
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
