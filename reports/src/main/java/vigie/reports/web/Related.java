package vigie.reports.web;

import java.util.ArrayList;
import java.util.List;
import vigie.model.Claim;
import vigie.model.Modality;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.Queries;

/**
 * Ids of other claims about the same commune, technology and vendor, as far as vendors are named.
 *
 * @param agree those that say the same
 * @param contradict those that say the opposite of the same stage
 * @param others those about other stages
 */
record Related(List<String> agree, List<String> contradict, List<String> others) {

    static Related of(Claim claim, Queries queries) {
        List<String> agree = new ArrayList<>();
        List<String> contradict = new ArrayList<>();
        List<String> others = new ArrayList<>();
        if (claim.commune() != null) {
            ClaimFilter same =
                    new ClaimFilter(claim.commune().insee(), null, null, null, claim.technology(), null, null, 0);
            for (Claim other : queries.claims(same)) {
                if (other.id().equals(claim.id()) || namesAnotherVendor(claim, other)) {
                    continue;
                }
                if (other.stage() == claim.stage() && other.modality() == claim.modality()) {
                    agree.add(other.id());
                } else if (other.stage() == claim.stage() && denies(other) != denies(claim)) {
                    contradict.add(other.id());
                } else {
                    others.add(other.id());
                }
            }
        }
        return new Related(agree, contradict, others);
    }

    private static boolean namesAnotherVendor(Claim one, Claim other) {
        return one.vendor() != null && other.vendor() != null && !one.vendor().equals(other.vendor());
    }

    private static boolean denies(Claim claim) {
        return claim.modality() == Modality.NEGATED;
    }
}
