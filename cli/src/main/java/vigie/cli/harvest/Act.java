package vigie.cli.harvest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * An act of a made-up town.
 *
 * @param order whether it is an order of the mayor; else it is a paper of the council
 */
record Act(LocalDate date, String matter, int number, boolean order) {

    private static final List<String> MONTHS = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");

    String longDate() {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    /** How the site calls its acts; each site keeps to its habit. */
    String title(int habit) {
        String of = order ? "Arrêté" : "Délibération";
        return switch (habit % 6) {
            case 0 -> of + " n° " + date.getYear() + "-" + number + " " + matter;
            case 1 -> order ? "Arrêté du " + longDate() : "Conseil municipal du " + longDate();
            case 2 -> order ? matter : "Séance du " + longDate();
            case 3 -> longDate();
            case 4 -> date.getYear() + "-" + number + " " + matter;
            default -> order ? "AR " + number + "/" + date.getYear() : "CR du CM " + longDate();
        };
    }

    /** The name of its file; half of the towns do not care for names. */
    String fileName(int habit, Random random) {
        String day =
                String.format(Locale.ROOT, "%02d-%02d-%d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());
        return switch (habit % 7) {
            case 0 -> (order ? "Arrete-" : "PV-CM-") + day;
            case 1 -> (order ? "AR_" : "DEL_") + date.getYear() + "_" + number;
            case 2 -> "scan" + String.format(Locale.ROOT, "%04d", random.nextInt(10_000));
            case 3 -> day + "-" + number;
            case 4 -> "doc_" + (4_000 + random.nextInt(90_000));
            case 5 -> date.getYear() + "-" + number + "-" + Words.slug(matter);
            default -> (order ? "arrete-" : "compte-rendu-") + Words.slug(longDate()) + "-" + number;
        };
    }

    /** The text of its paper. */
    String text() {
        return order
                ? "ARRÊTÉ MUNICIPAL n° " + number + " portant : " + matter + "\nLe maire, vu le code général, arrête :"
                : "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nSéance du " + longDate() + "\nObjet : " + matter
                        + "\nLe conseil, après en avoir délibéré, approuve.";
    }
}
