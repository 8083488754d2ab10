package vigie.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Evidence;
import vigie.reports.Digest.Change;
import vigie.reports.Digest.Ending;
import vigie.reports.Digest.Gone;
import vigie.reports.Digest.Quiet;
import vigie.reports.digest.AtomFeed;
import vigie.reports.digest.AtomFeed.Item;
import vigie.reports.render.DigestTexts;

/**
 * A digest as a feed: all that it tells, each with an id and a time that are the same in the next one, so that readers show it once.
 *
 * @param home address under which the pages are published, or null
 */
record DigestFeed(DigestTexts words, @Nullable String home) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    AtomFeed feed() {
        Digest digest = words.digest();
        List<Item> items = Stream.of(
                        digest.changes().stream().map(this::change),
                        digest.ahead().stream().map(this::ahead),
                        digest.ending().stream().map(this::ending),
                        digest.vanished().stream().map(this::gone),
                        digest.sources().stream().map(this::quiet))
                .flatMap(kind -> kind)
                .toList();
        return new AtomFeed("digest", words.texts().get("digest.title"), home, digest.until(), items);
    }

    private Item change(Change change) {
        return new Item(
                "change:" + change.id(),
                words.headline(change),
                change.claims().stream()
                        .map(this::quoted)
                        .collect(Collectors.joining("\n\n", words.weight(change) + "\n\n", "")),
                link(change.claims()),
                change.when());
    }

    private Item ahead(Claim claim) {
        return new Item(
                "ahead:" + claim.id(),
                titled("digest.ahead", words.ahead(claim)),
                quoted(claim),
                link(List.of(claim)),
                Objects.requireNonNullElse(
                        claim.evidence().fetched(), words.digest().until()));
    }

    /** Of the day on which its end comes within sight. */
    private Item ending(Ending ending) {
        return new Item(
                "ending:" + ending.contract().id() + ":" + ending.end(),
                titled("digest.ending.one", words.ending(ending)),
                words.ending(ending),
                home,
                ending.end()
                        .minusMonths(Digest.MONTHS_AHEAD)
                        .atStartOfDay(PARIS)
                        .toInstant());
    }

    private Item gone(Gone gone) {
        Instant when = Optional.ofNullable(gone.presence().vanished())
                .orElse(gone.presence().lastSeen());
        return new Item(
                "vanished:" + gone.document() + ":" + when.atZone(PARIS).toLocalDate(),
                words.gone(gone),
                gone.url(),
                gone.url(),
                when);
    }

    private Item quiet(Quiet quiet) {
        Instant since = Objects.requireNonNullElse(quiet.since(), Instant.EPOCH);
        return new Item(
                "source:" + quiet.source() + ":" + quiet.trouble().id() + ":"
                        + since.atZone(PARIS).toLocalDate(),
                words.quiet(quiet),
                words.quiet(quiet),
                home,
                since);
    }

    private String titled(String kind, String line) {
        return words.texts().labelled(words.texts().get(kind), line);
    }

    private String quoted(Claim claim) {
        return words.texts().quoted(claim.evidence().quote());
    }

    private @Nullable String link(List<Claim> claims) {
        return claims.stream()
                .map(Claim::evidence)
                .map(Evidence::url)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(home);
    }
}
