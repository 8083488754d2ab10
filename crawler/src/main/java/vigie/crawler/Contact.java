package vigie.crawler;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vigie.model.Source;
import vigie.model.config.CrawlSettings;

/** Whoever reads other people's servers says who they are: without a contact, only allowed addresses are crawled. */
final class Contact {

    private Contact() {}

    static void check(CrawlSettings settings, List<Source> sources) throws ContactException {
        Optional<Source> open = sources.stream().filter(Contact::isPublic).findFirst();
        if (settings.contact() == null && open.isPresent()) {
            throw new ContactException(open.get().id());
        }
    }

    private static boolean isPublic(Source source) {
        Set<String> allowed = source.allowedAddresses();
        String host = source.url().getHost();
        boolean isHomeAllowed = host != null && allowed.contains(host.toLowerCase(Locale.ROOT));
        return !isHomeAllowed || !allowed.containsAll(source.hosts());
    }
}
