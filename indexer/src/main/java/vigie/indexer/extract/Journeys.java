package vigie.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.CommuneRef;

/**
 * Visits to another town: what was seen there is told of that town, until the text comes back home. Where a paper reports on
 * a visit ("Compte rendu de la visite à X"), all that comes next is about it; where a sentence only tells of one, what points back
 * to it ("y", "leurs", "sur place", "nous avons vu").
 */
final class Journeys {

    /** A title up to the town: no more than what it is about; visitors from there come to us. */
    private static final Pattern REPORT = Pattern.compile(
            "^(?:[^:]{0,40}: ?|\\(?[a-z0-9]{1,3}[.)°] ?|[-–•] ?)?(?:(?:le |un |petit )?(?:compte[- ]rendu|retours?|restitution|rapport|bilan|impressions?|recit|carnet|echos?|de retour)(?: d'(?:information|etape|experience))?,? )?"
                    + "(?:de |d'|du |sur |apres )?(?:la |l'|le |les |notre |une |un )?(?:visites?|voyages?|deplacements?|sejours?|excursions?)\\b(?: (?:d'etudes?|d'information|des elus|de la (?:commission|delegation)|du \\d[\\w ]*)){0,2}"
                    + " (?:a|au|aux|en|chez|de|d'|du)(?: (?:la |le )?(?:ville|commune) (?:de|d'|du))? ?(?:la |le |les |l')?$"
                    + "|^(?:[-–•] ?)?(?:retours?|echos?|impressions) (?:de |d'|du )(?:la |le |les |l')?$");

    private static final Sought VISIT = Sought.of(
            "\\b(?:rendue?s?|allee?s?|parti\\w*|visit\\w+|deplac\\w+|delegation|revien\\w+|revenue?s?|voyage|journee|recue?s? (?:par|a)|accueilli\\w*|decouvert|homologues?|collegues?)\\b");

    private static final Sought SEEN = Sought.of(
            "\\b(?:nous|ils|elles|on|elus|delegation|commission|visiteurs?) (?:y |en )?(?:avons|a|ont) (?:pu |tous |longuement )?(?:vu|voir|decouv\\w+|assist\\w+|constat\\w+|observ\\w+)\\b"
                    + "|\\b(?:nous|leur) (?:a|ont|y a|y ont) (?:ete )?(?:montre|presente|explique|decrit)\\w*|\\bnos (?:hotes|guides)\\b|\\bd'accueil\\b|\\bsur place\\b|\\bla-bas\\b");

    private static final Sought BACK_HOME = Sought.of(
            "\\b(?:ici|chez nous|nous|notre|nos|quant (?:a|au|aux)|pour (?:ce qui nous|notre part)|le (?:conseil|maire|president|debat)|m\\. le maire|mme la maire|madame la maire|monsieur le maire|l'assemblee|il est (?:propose|decide)|vote)\\b");

    /** So far back a visit may have been told. */
    private static final int BACK = 4;

    /** So far a report on a visit goes. */
    private static final int LONG = 15;

    private Journeys() {}

    /**
     * The town whose visit {@code sentence}, which names none, goes on about.
     *
     * @param pointing whether it points to what was told before ("y", "leurs")
     */
    static Optional<CommuneRef> of(
            SectionText section, Sentence sentence, boolean pointing, @Nullable CommuneRef publisher) {
        boolean points = pointing || SEEN.in(sentence.words());
        if (!points && BACK_HOME.in(sentence.words())) {
            return Optional.empty();
        }
        List<Sentence> before = section.preceding(sentence, LONG);
        for (int i = before.size() - 1; i >= 0; i--) {
            Sentence one = before.get(i);
            boolean near = before.size() - i <= BACK;
            Optional<CommuneRef> town = visited(one, points && near, publisher);
            if (town.isPresent()) {
                return town;
            }
            boolean home = one.finds().places().stream()
                    .anyMatch(place -> place.commune().equals(publisher));
            if (home || (BACK_HOME.in(one.words()) && !SEEN.in(one.words()))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<CommuneRef> visited(Sentence sentence, boolean told, @Nullable CommuneRef publisher) {
        List<CommuneRef> towns = sentence.finds().places().stream()
                .map(Place::commune)
                .distinct()
                .toList();
        boolean one = towns.size() == 1 && !towns.get(0).equals(publisher);
        boolean visit = one && (isReport(sentence) || (told && VISIT.in(sentence.words())));
        return visit ? Optional.of(towns.get(0)) : Optional.empty();
    }

    private static boolean isReport(Sentence sentence) {
        Place place = sentence.finds().places().get(0);
        String left =
                sentence.words().substring(0, sentence.view().at(place.span().start()));
        return !sentence.words().endsWith(".") && REPORT.matcher(left).find();
    }
}
