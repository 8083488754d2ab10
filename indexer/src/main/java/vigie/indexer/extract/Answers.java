package vigie.indexer.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.Modality;
import vigie.model.Stage;

/** "No" to the question whether something is so: what was asked is denied, at the stage that the question was about. */
final class Answers {

    private static final double SURE = 0.75;

    /** So many sentences behind a question its answer begins. */
    static final int WITHIN = 2;

    private static final Pattern SIGNED =
            Pattern.compile("\\b(?:signe|conclu|commande|contracte|achete|acquis)e?s?\\b");
    static final Pattern TRIED = Pattern.compile("\\b(?:test|essa[iy]|experiment)");
    private static final Pattern PLANNED = Pattern.compile(
            "\\b(?:prevu|programme|envisag|project|planifi)e?\\w*|\\b(?:projet|intention|souhait|volonte)\\b|a l'etude|d'actualite|\\b(?:songe|pense|compte|entend|veu(?:t|lent|lez)|souhaite|pretend)\\w*(?:-(?:t-)?(?:elles?|ils?|on|nous|vous))? (?:\\w+ ){0,2}?(?:a |d')?\\w+(?:er|ir|oir|re)\\b"
                    + "|-t-(?:elle|il|on) (?:\\w+ )?(?:songe|pense)|\\b(?:va|vont|allez|allons)(?:-t)?(?:-(?:elles?|ils?|on|nous|vous))? (?:\\w+ )?(?:s'|se |en |y )?\\w+(?:er|ir|oir|re)\\b|\\b\\w{2,}(?:era|eront|ira|iront|rez|rons)\\b(?! d[eu] )");
    private static final Pattern USED = Pattern.compile(
            "\\b(?:utilis|emplo[iy]|recou(?:r[st]|ren)|se ser[vt]|dot|equip|dispos|exploit|fonctionn|tourn|deplo[iy]|activ|exist|en place|en service|branch|raccord|coupl|reli|pratiqu|fait appel|a(?:-t-(?:elle|il|on))? (?:deja )?recours|possed|detien|analysent|analyse-t|filtr)");

    /** What is asked of something that is there. */
    private static final Pattern OTHER_MATTER = Pattern.compile(
            "\\b(?:satisf|result|rempla|renouvel|retir|arret|suspen|desactiv|encore|toujours (?!d'actualite)|conform|autoris|declar|analyse d'impact|evalu|cout|prix|suffi|efficac|fiab|legal|etendu|debranch|enlev|supprim|resili|abandonn|respect)");

    /** The question, as it is reported: "asks whether …". */
    private static final Sought WHETHER = Sought.of(
            "\\b(?:demand|sav|interrog|question|enqui|voir|inquiet|renseign)[a-z]*,?(?: [a-z'’]+){0,6}?(?: (?:si|s'ils?)\\b)");

    /** "… answers that it is not so", in the words behind the question. */
    private static final Sought NO = Sought.of(
            "\\b(?:repond|replique|retorque|dit|declare|indique|fait savoir|assure|affirme|confirme|precise|objecte|rassure|reponse|repartit)[a-z]*\\b[^.;?]{0,40}?(?:\\bque non\\b|\\bpar la negative|\\bnegativement|\\bnegative\\b|\\bnon ?(?:[.»\"!]|$)|\\bqu'il n'en est (?:rien|pas question)|\\b(?:que ce n'est|que tel n'est|ce n'est|ce n'etait) (?:pas|nullement) (?:le cas|prevu|envisage|d'actualite|a l'ordre du jour|a l'etude|dans les projets)|\\bqu'il n'y en a (?:pas|aucun)|\\bque (?:jamais|rien de tel|pas du tout))"
                    + "|\\b(?:le maire|la maire|l'adjointe?|le directeur|l'interesse) (?:le )?(?:dement|nie)\\b");

    private Answers() {}

    /**
     * What was asked in {@code named} of what stands at {@code anchor}, and denied there or in the next sentence; nothing where
     * nobody asked or said no.
     */
    static Optional<No> in(SectionText section, Sentence named, int anchor) {
        String words = named.words();
        Matcher whether = WHETHER.first(words);
        boolean spoken = Voice.asksWhether(words);
        if (!named.contains(anchor) || (whether == null && !spoken)) {
            return Optional.empty();
        }
        int from = whether == null ? 0 : whether.end();
        int at = named.view().at(anchor);
        Matcher here = NO.first(words);
        if (at < from) {
            return Optional.empty();
        }
        if (here != null) {
            return at < here.start()
                    ? Optional.of(new No(stage(words.substring(from, here.start())), named))
                    : Optional.empty();
        }
        return section.following(named, 1).stream()
                .filter(next -> NO.in(next.words()) || Voice.isDenial(next))
                .filter(next -> next.hits().stream().noneMatch(Parties::isName))
                .map(next -> new No(stage(words.substring(from)), next))
                .findFirst();
    }

    /** Which stage a question is about that says so. */
    private static Optional<Stage> stage(String asked) {
        if (OTHER_MATTER.matcher(asked).find()) {
            return Optional.empty();
        }
        if (PLANNED.matcher(asked).find()) {
            return Optional.of(Stage.PROPOSED);
        }
        Stage stage = stageOf(asked);
        return stage != Stage.IN_USE || USED.matcher(asked).find() ? Optional.of(stage) : Optional.empty();
    }

    /** Which stage a question is about: use, where it does not say. */
    static Stage stageOf(String asked) {
        return SIGNED.matcher(asked).find()
                ? Stage.AWARDED
                : TRIED.matcher(asked).find() ? Stage.TRIAL : Stage.IN_USE;
    }

    /** That {@code stage} was asked for and denied. */
    static Judgement judgement(Stage stage) {
        return new Judgement(stage, Modality.NEGATED, SURE, "no", 0);
    }

    /**
     * An answer.
     *
     * @param stage what was asked is denied at; empty where the question was about something else
     * @param told in which sentence
     */
    record No(Optional<Stage> stage, Sentence told) {}
}
