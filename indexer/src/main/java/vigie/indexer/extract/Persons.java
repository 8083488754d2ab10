package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vigie.model.CommuneRef;
import vigie.model.Evidence;
import vigie.model.Mention;
import vigie.model.config.Communes;

/**
 * People in quotes: recognised so that nobody takes one for a vendor, and so that publication can mask them. The classifier
 * takes headings ("VILLE DE ROQUEBELLE Procès-verbal") for people; names of communes and words of headings are none.
 */
final class Persons {

    private static final Pattern TITLED =
            Pattern.compile("^(?:MM?\\.|M\\.|Mmes?|Mlle|Monsieur|Madame)\\s.*", Pattern.DOTALL);

    /** What stands in headings of papers, in small letters or capitals; nobody is called so. */
    private static final Pattern HEADING =
            Pattern.compile("(?iu)(?:proc[eè]s(?:\\P{L}verba(?:l|ux))?|verba(?:l|ux)|s[eé]ances?|comptes?"
                    + "|rendus?|conseils?|municipal|municipale|communautaire|d[eé]lib[eé]rations?|d[eé]cisions?|arr[eê]t[eé]s?|extraits?|registre"
                    + "|objet|convocation|mairie|ville|commune|r[eé]union|ordre|ordinaire|extraordinaire)(?!\\p{L})");

    /** An office by itself, which the classifier takes for somebody. */
    private static final Pattern OFFICE = Pattern.compile(
            "(?iu)(?:(?:mm?\\.|mmes?|monsieur|madame|messieurs|mesdames)\\s+)?(?:(?:le|la|les)\\s+|l['’])?"
                    + "(?:premi(?:er|ère)\\s+)?(?:maire|adjointe?|pr[ée]sidente?|pr[ée]f[eè]te?|rapporteure?|secr[ée]taire|directeur|directrice)"
                    + "(?:\\s+(?:adjointe?|d[ée]l[ée]gu[ée]e?|g[ée]n[ée]rale?|de\\s+s[ée]ance))*");

    private static final String SMALL = "(?:de|du|des|d|la|le|les|l|et|à|au|aux|en)(?!\\p{L})";
    private static final Pattern PARTICLE = Pattern.compile("(?iu)" + SMALL);
    private static final Pattern PARTICLES = Pattern.compile("(?iu)" + SMALL + "(?:\\P{L}+" + SMALL + ")*");
    /** From the first letter to the last, with the stop of an initial. */
    private static final Pattern NAME = Pattern.compile("\\p{L}(?:.*\\p{L})?\\.?", Pattern.DOTALL);

    /** "Hélène d'Aubigny" is no town. */
    private static final Pattern FAMILY =
            Pattern.compile("(?<!\\p{L})(?!Mairie|Ville|Commune|Maire|Conseil)\\p{Lu}\\p{Ll}[\\p{L}-]*\\sd['’]$");

    private final Linguist linguist;
    private final String text;
    private final Whereabouts whereabouts;

    Persons(Linguist linguist, String text, Whereabouts whereabouts) {
        this.linguist = linguist;
        this.text = text;
        this.whereabouts = whereabouts;
    }

    /**
     * Where the quote of {@code draft} names people, of whom none is a firm or product that {@code hits} found there; empty
     * where its vendor itself is a person of that name, so that it is no claim at all.
     */
    Optional<List<Evidence.Stretch>> in(Draft draft, List<Mention> hits) {
        Span quote = draft.quote();
        int anchor = draft.subject().anchor().start() - quote.start();
        List<Evidence.Stretch> people = new ArrayList<>();
        for (Linguist.Name name : linguist.names(text.substring(quote.start(), quote.end()))) {
            if (name.kind() != Linguist.NameKind.PERSON) {
                continue;
            }
            boolean anchored = draft.subject().vendor() != null && name.span().contains(anchor);
            Span whole = PersonForms.whole(text.substring(quote.start(), quote.end()), name.span());
            Span person = new Span(quote.start() + whole.start(), quote.start() + whole.end());
            String called = text.substring(person.start(), person.end());
            if (anchored && TITLED.matcher(called).matches()) {
                return Optional.empty();
            }
            if (!anchored && !OFFICE.matcher(called).matches() && !isNameIn(hits, person)) {
                without(person)
                        .forEach(span -> people.add(
                                new Evidence.Stretch(span.start() - quote.start(), span.end() - quote.start())));
            }
        }
        people.addAll(given(draft));
        return Optional.of(people);
    }

    /** "Snef", which the classifier takes for somebody; "Mme Snef" and "Paul Snef" are somebody. */
    private static boolean isNameIn(List<Mention> hits, Span person) {
        return hits.stream()
                .filter(Parties::isName)
                .anyMatch(hit -> hit.start() <= person.start() && person.end() <= hit.end());
    }

    /** Those whom the form of the text gives away; no firm that the sentence is about is one. */
    private List<Evidence.Stretch> given(Draft draft) {
        Span quote = draft.quote();
        return PersonForms.in(text.substring(quote.start(), quote.end())).stream()
                .map(found -> new Span(quote.start() + found.start(), quote.start() + found.end()))
                .filter(found -> !found.contains(draft.subject().anchor().start()))
                .filter(found -> draft.sentence().hits().stream()
                        .filter(Parties::isName)
                        .noneMatch(hit -> hit.start() < found.end() && found.start() < hit.end()))
                .flatMap(found -> without(found).stream())
                .map(span -> new Evidence.Stretch(span.start() - quote.start(), span.end() - quote.start()))
                .toList();
    }

    /** What is left of a name without communes and words of headings. */
    private List<Span> without(Span person) {
        BitSet other = new BitSet();
        whereabouts.names().stream()
                .filter(name -> name.start() < person.end() && name.end() > person.start())
                .filter(name -> !FAMILY.matcher(text.substring(person.start(), Math.max(person.start(), name.start())))
                        .find())
                .forEach(name -> other.set(Math.max(name.start(), person.start()), Math.min(name.end(), person.end())));
        int at = person.start();
        while (at >= 0 && at < person.end()) {
            int end = Math.min(person.end(), endOfOther(at));
            if (other.get(at) || !Character.isLetter(text.charAt(at))) {
                at++;
            } else if (end > at) {
                other.set(at, end);
                at = end;
            } else {
                Matcher particle = PARTICLE.matcher(text).region(at, person.end());
                at = particle.lookingAt() ? particle.end() : other.nextSetBit(at);
            }
        }
        return pieces(person, other);
    }

    /** Where the publisher's name or a word of headings ends that begins there; {@code at} where none does. */
    private int endOfOther(int at) {
        Matcher heading = HEADING.matcher(text).region(at, text.length());
        if (heading.lookingAt()) {
            return heading.end();
        }
        CommuneRef publisher = whereabouts.publisher();
        if (publisher == null) {
            return at;
        }
        String name = Communes.fold(publisher.name());
        return IntStream.rangeClosed(
                        at + 1,
                        Math.min(text.length(), at + 2 * publisher.name().length()))
                .filter(end -> end == text.length() || !Character.isLetter(text.charAt(end)))
                .filter(end -> Communes.fold(text.substring(at, end)).equals(name))
                .findFirst()
                .orElse(at);
    }

    private List<Span> pieces(Span person, BitSet other) {
        List<Span> pieces = new ArrayList<>();
        int start = other.nextClearBit(person.start());
        while (start < person.end()) {
            int next = other.nextSetBit(start);
            int end = next < 0 ? person.end() : Math.min(next, person.end());
            Matcher name = NAME.matcher(text.substring(start, end));
            if (name.find() && !PARTICLES.matcher(name.group()).matches()) {
                pieces.add(new Span(start + name.start(), start + name.end()));
            }
            start = other.nextClearBit(end);
        }
        return pieces;
    }
}
