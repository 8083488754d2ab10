package vigie.indexer.extract;

import java.util.regex.Pattern;
import vigie.model.Modality;
import vigie.model.Stage;

/** What may be believed of words, by who says them and how: opponents and questions state no facts about the town. */
final class Voice {

    private static final Pattern QUESTION = Pattern.compile(
            "\\?\\s?\"?$|\\bdemande (?:si|quand|combien|pourquoi|comment|ou en|ce qu|a quoi)\\b|\\binterroge\\w* (?:sur|le|la|l')|\\bdemande (?:a savoir|des precisions)|\\bs'interroge\\b|\\bsouhait\\w+ savoir|\\bvoudrait savoir|\\baimerait savoir");
    private static final Pattern ADDRESSED = Pattern.compile("\\b(?:vous|votre|vos)\\b");
    private static final Pattern WISHES =
            Pattern.compile("\\b(?:propos|souhait|reclam|voeu|demande que|plaid|appel)\\w*");
    private static final Pattern PAST_PERFECT =
            Pattern.compile("^(?:avai|etai)|\\bavait\\b|\\bavaient\\b|\\bavions\\b");

    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:d'autres|certaines|plusieurs|des|de nombreuses|quelques|nombre de|beaucoup de|bien des|la plupart des) (?:grandes |petites )?(?:villes|communes|collectivites|municipalites|metropoles|mairies)(?: \\w+)?(?:,[^,]+,)? (?:y |en |l'|les |s'|se |ont |avaient |qui )*(?:\\w+ent|ont|sont|recour\\w*|vont)\\b");
    private static final Pattern DENIAL = Pattern.compile(
            "^\"?\\s?(?:[^:\"]{0,60}: ?\"? ?)?(?:non\\b|c'est (?:faux|inexact)|absolument pas|pas du tout|aucunement|nullement|il n'en est rien|c'est une contre-verite|certainement pas|jamais[.! ])");

    private Voice() {}

    /** Whether a sentence tells what other towns do. */
    static boolean isAboutOthers(String words) {
        return OTHERS.matcher(words).find();
    }

    /** Whether a sentence denies what was asked or alleged before it. */
    static boolean isDenial(Sentence sentence) {
        return sentence.speaker() != Speaker.OPPOSITION
                && DENIAL.matcher(sentence.words()).find();
    }

    static boolean isQuestion(Sentence sentence) {
        return QUESTION.matcher(sentence.words()).find();
    }

    /** Who must be thought to speak: somebody unknown who says "you" to the town's council is no voice of it. */
    static Speaker of(Sentence sentence) {
        boolean addressed = ADDRESSED.matcher(sentence.words()).find();
        return sentence.speaker() == Speaker.UNKNOWN && addressed ? Speaker.OPPOSITION : sentence.speaker();
    }

    /** Whether a judgement of words so said can make a claim: suppositions can, and wishes and mentions of opponents. */
    static boolean admits(Judgement judgement, Sentence sentence) {
        if (judgement.modality() == Modality.HYPOTHETICAL) {
            return true;
        }
        if (isQuestion(sentence)) {
            return false;
        }
        if (of(sentence) != Speaker.OPPOSITION) {
            return true;
        }
        boolean wish = judgement.stage() == Stage.PROPOSED
                && WISHES.matcher(judgement.cue()).find();
        return judgement.modality() == Modality.ASSERTED && (judgement.stage() == Stage.MENTIONED || wish);
    }

    /** Whether a cue tells what had been before what is being told. */
    static boolean longAgo(Judgement judgement) {
        return PAST_PERFECT.matcher(judgement.cue()).find();
    }
}
