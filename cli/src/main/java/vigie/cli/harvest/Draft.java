package vigie.cli.harvest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page that is being made: its content grows until the site is rendered. */
final class Draft {

    final String url;
    final String title;
    final @Nullable Draft parent;
    final List<String> slugs;
    final List<Draft> children = new ArrayList<>();
    final StringBuilder content = new StringBuilder();
    boolean act;
    /** Such as a news article: the menus and the page above do not name it. */
    boolean unlisted;

    Draft(String url, String title, @Nullable Draft parent, List<String> slugs) {
        this.url = url;
        this.title = title;
        this.parent = parent;
        this.slugs = slugs;
    }

    String link() {
        return "<a href=\"" + escaped(url) + "\">" + escaped(title) + "</a>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
