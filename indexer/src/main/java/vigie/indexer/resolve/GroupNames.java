package vigie.indexer.resolve;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names of the groups of a council that hold that of the town: "X autrement", "Unis pour X". */
final class GroupNames {

    private static final String BEHIND =
            "(?iu:autrement|ensemble|demain|solidaires?|d['’]abord|avant tout|citoyen(?:ne)?s?|durable|écolog\\w+|écolo|en commun|[aà]u? c(?:œ|oe)urs?|pour tous|en (?:avant|action|mouvement|transition|marche|confiance)|pluriel(?:le)?|populaire|fraternelle?|vivante?|à vivre|à gauche|à venir|avenir|alternative|renouveau|passion|unie?|rassemblée?|c['’]est (?:vous|nous)|notre (?:ville|commune)|verte?|apaisée?|responsable|dynamique|positive?)(?![\\p{L}-])";

    private static final String BEFORE =
            "(?:(?:Unis|Ensemble|Agir|Agissons|Tous|Oser|Osons|Avec|Engagés|Mobilisés|Rassemblés|Réunis|Un avenir|Une ambition|Un (?:nouvel |nouveau |autre )?(?:élan|souffle|cap|horizon|regard)|Alternative|Union|Alliance|Génération|Passionnément|Demain) (?:pour |à |de |d['’]|avec )?|(?:J['’]aime|Vivre|(?:Mieux|Bien) vivre|Aimer|Aimons|Changer|Changeons|Choisir|Réinventer|Réveiller|Réveillons|Rassembler|Rassemblons|Bougeons|Défendre) (?:à )?|(?:Nouveau|Nouvelle) )";

    private static final String NAME = "(\\p{Lu}[\\p{L}-]{4,30})(?![\\p{L}-])";

    private static final Pattern GROUP =
            Pattern.compile("(?<![\\p{L}-])(?:" + BEFORE + NAME + "|" + NAME + "[ \\u00a0]" + BEHIND + ")");

    private static final Pattern RIGHT = Pattern.compile("[ \\u00a0]" + BEHIND);

    private static final Pattern LEFT = Pattern.compile("(?<![\\p{L}-])" + BEFORE + "$");

    /** So far from a name the rest of a group's is looked for. */
    private static final int AROUND = 40;

    private GroupNames() {}

    /** The words of groups' names that may be a town's. */
    static List<String> in(String text) {
        return GROUP.matcher(text).results().map(GroupNames::name).distinct().toList();
    }

    private static String name(MatchResult group) {
        return group.group(1) == null ? group.group(2) : group.group(1);
    }

    /** Whether the name in {@code [start, end)} is part of a group's. */
    static boolean isPart(String text, int start, int end) {
        return RIGHT.matcher(text)
                        .region(end, Math.min(text.length(), end + AROUND))
                        .lookingAt()
                || LEFT.matcher(text.substring(Math.max(0, start - AROUND), start))
                        .find();
    }
}
