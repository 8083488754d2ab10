package vigie.reports.publish;

import vigie.model.Commune;
import vigie.model.Deployment;
import vigie.reports.render.Tone;

/**
 * A commune as lists and the map show it, by its most advanced deployment.
 *
 * @param departement name
 * @param path of its page, from the site's root
 * @param what vendor and technology
 * @param unreviewed whether nobody has reviewed what is told of that deployment
 */
public record Place(
        Commune commune,
        String departement,
        String path,
        Deployment telling,
        String stage,
        Tone tone,
        String what,
        boolean unreviewed) {}
