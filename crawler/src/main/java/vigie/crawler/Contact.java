package vigie.crawler;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vigie.crawler.nutch.CrawlException;
import vigie.model.Source;
import vigie.model.config.CrawlSettings;

/** Whoever reads other people's servers says who they are: without a contact, only allowed addresses are crawled. */
final class Contact {

    private Contact() {}

    static void check(CrawlSettings settings, List<Source> sources) throws CrawlException {
        Optional<Source> open = sources.stream().filter(Contact::isPublic).findFirst();
        if (settings.contact() == null && open.isPresent()) {
            throw new CrawlException(
                    "no contact is set, and " + open.get().id() + " is a public site",
                    "put 'contact:' with a web page or mail address of yours into config/crawl.yml, so that site owners "
                            + "can reach you",
                    null);
        }
    }

    private static boolean isPublic(Source source) {
        Set<String> allowed = source.allowedAddresses();
        String host = source.url().getHost();
        boolean isHomeAllowed = host != null && allowed.contains(host.toLowerCase(Locale.ROOT));
        return !isHomeAllowed || !allowed.containsAll(source.hosts());
    }
}
