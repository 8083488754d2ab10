package vigie.crawler.focus;

import java.util.Locale;
import java.util.regex.Pattern;

/** What words around a link speak of, and how many points that is worth; patterns are for {@link FoldedWords}. */
enum Topic {
    ACT(
            10,
            "deliberations?|delibs?|proces verba(?:l|ux)|comptes? rendus?|arretes?|recueils?|registres?|raa|decisions?"
                    + "|actes? (?:administratifs?|reglementaires?|municipaux|communautaires|officiels|de la collectivite)"
                    + "|(?:publicite|publication|liste|affichage) des (?:actes|deliberations)|affichage legal"
                    + "|(?:pv|cr|crcm|pvcm|dcm|cm|del|delib|dec|arr?) ?(?:n )?\\d+|(?:pv|cr) (?:cm|du|de|conseil|seance)|crcm|pvcm|pv|pvs|crs"
                    + "|seances? (?:du|de|\\d+)|ordres? du jour"),
    COUNCIL(
            6,
            "conseils? municipa(?:l|ux)|conseils? communautaires?|conseils?|seances?|assemblees?|bureau communautaire"
                    + "|vie municipale|vie democratique|democratie locale|instances|municipalite|webdelib\\w*"),
    SUBJECT(
            8,
            "video ?(?:protection|surveillance)s?|videos?urveillance|cameras?|surveillance|algorithm\\w+"
                    + "|intelligence artificielle|police municipale|reconnaissance faciale|drones?|lapi|tranquillite"),
    PURCHASE(4, "marches? publics?|commande publique|appels? d offres?|budgets?|subventions?"),
    PAPERS(
            3,
            "publications?|documents?|documentheque|telechargements?|archives?|administratifs?|reglementaires?|reglementation"
                    + "|legal|mairie|kiosque|officiels?|circulation|stationnement|voirie|annees? (?:precedentes?|\\d{4})"),
    NEWS(1, "magazines?|bulletins?|journal|gazette|actualites?"),
    /** Bodies that advise and rooms where nobody decides: they borrow the council's words. */
    ELSEWHERE(
            -5,
            "(?:conseils? (?:municipa(?:l|ux) )?(?:des |d )?(?:jeunes|enfants|sages|ecole|quartiers?|citoyens?|developpement))"
                    + "|cmj|cme|agenda|associations?|tourisme|photos?|galerie|trombinoscope|annuaire|cantine|menus?|recrutement"
                    + "|mentions legales|rgpd|contact|newsletter");

    private final int points;
    private final Pattern pattern;

    Topic(int points, String words) {
        this.points = points;
        this.pattern = Pattern.compile("\\b(?:" + words + ")\\b");
    }

    int points() {
        return points;
    }

    boolean isIn(String words) {
        return !words.isEmpty() && pattern.matcher(words).find();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
