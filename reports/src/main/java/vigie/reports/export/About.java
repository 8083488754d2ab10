package vigie.reports.export;

import java.time.Instant;
import java.util.List;

/**
 * What an export says of itself.
 *
 * @param made when it was written
 * @param version of Vigie that began the index
 * @param index digest of seeds and config that the index was made with
 */
public record About(Instant made, String version, String index) {

    static final String TITLE = "Vigie : vidéosurveillance algorithmique dans les communes de France";
    static final String DESCRIPTION = "Ce qui est déployé où, depuis quand, par qui et pour combien, d’après des actes"
            + " publics ; chaque affirmation avec sa citation, son adresse et l’empreinte de la copie archivée."
            + " « Rien trouvé » ne veut pas dire « rien ».";
    static final String ATTRIBUTION = "Vigie, d’après les actes et avis publics cités dans les données ; communes :"
            + " INSEE, Licence Ouverte 2.0 ; coordonnées : GeoNames, CC BY 4.0";
    static final License LICENSE = new License(
            "etalab-2.0", "Licence Ouverte 2.0 / Etalab", "https://www.etalab.gouv.fr/licence-ouverte-open-licence");

    /**
     * A licence.
     *
     * @param id of SPDX
     */
    record License(String id, String title, String url) {}

    /** Whose data is in it. */
    record Origin(String title, String url, String licence) {}

    static List<Origin> origins() {
        return List.of(
                new Origin(
                        "Actes et avis publics, cités un par un dans la table documents",
                        "https://www.legifrance.gouv.fr/codes/id/LEGISCTA000031367696",
                        "CRPA, articles L321-1 et suivants ; BOAMP et DECP : Licence Ouverte 2.0"),
                new Origin(
                        "Code officiel géographique (INSEE)",
                        "https://www.insee.fr/fr/information/2560452",
                        "Licence Ouverte 2.0"),
                new Origin("GeoNames", "https://www.geonames.org/", "CC BY 4.0"));
    }

    /** Short enough to be read, long enough to tell two indexes apart. */
    String shortIndex() {
        return index.substring(0, Math.min(12, index.length()));
    }
}
