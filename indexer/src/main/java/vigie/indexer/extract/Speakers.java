package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out whose words the sentences of a section are: turns of a debate, quotations, reported speech. */
final class Speakers {

    private static final String PERSON =
            "(?:m\\.|mm\\.|mme\\.?|mmes|mlle|monsieur|madame|le|la|l'|les|un|une|des|plusieurs)\\s?";
    private static final Pattern TURN = Pattern.compile(
            "^\"?\\s*(?:(?:intervention|replique|question|reponse|remarque|observation|replique) [^:\"?]{0,80}"
                    + "|reponse|question|" + PERSON + "[^:\"?!;]{1,70}|[a-z. '-]{3,40}\\([^):]{2,40}\\))\\s?:\\s");
    /** A line of its own, or a sentence by its stop: whoever speaks next. */
    private static final Pattern NAMED = Pattern.compile(
            "^\"?(?:m\\.|mme\\.?|mlle|monsieur|madame) (?:(?:le|la) )?[\\p{L}'-]+(?: [\\p{L}'-]+){0,3}(?:, [^.;:,]{4,40})?(?: ?\\([^)]{2,40}\\))?\\.?$");
    /** So near stands what somebody says under his name. */
    private static final int NEAR = 3;

    private static final int NOBODY = -1;

    private static final Pattern AUTHORITY = Pattern.compile(
            "\\b(?:maire|adjointe?s?|rapporteur\\w*|rapporteure|presidente?|directeur|directrice|majorite|municipalite"
                    + "|elue? (?:en charge|deleguee?)|conseill\\w+ (?:municipal\\w* )?deleguee?|deleguee? a|reponse|chef de la police|services?|prefete?|executif)\\b");
    private static final Pattern OPPONENT = Pattern.compile(
            "\\b(?:opposition|minorite|minoritaires?|groupe|liste|collectif|association|habitante?s?|riverain\\w*|citoyen\\w*"
                    + "|intervention|replique|question|quadrature|syndicat|public|elus? (?:ecologistes?|communistes?|socialistes?|insoumis\\w*))\\b");
    private static final String SAYS =
            "deplor|denonc|critiqu|s'?inquiet|inquiet|demand|interrog|reclam|regrett|s'?oppos|oppos|estim|accus|redout|conteste|s'?insurge|insurge|souhait|propos|craint|craign|soupconn|pretend|voudrai|s'?etonn|etonn|reproch|alert|plaid|plaint|plaign"
                    + "|repond|precis|indiqu|rappel|affirm|confirm|explique|inform|annonc|signal|presente|expose|assure|dement|rassure|fait remarquer|fait savoir|declare|souligne|dit|ajoute|cite|refuse|rend compte";
    private static final Sought REPORTED = Sought.of("(?:^|[,;] |\\. |que |puis )(" + PERSON
            + "[^,;:\"]{2,60}?(?:\\([^)]*\\) ?)?(?:, [^,;:]{2,60}, )?)\\b(?:lui |leur |se |s'|en |y |ne |n'|a |ont )*("
            + SAYS + ")\\w*");

    /** Any of them: hardly a sentence that reports nothing has one, and a look for it is quick. */
    private static final Sought SAID = Sought.of("\\b(?:" + SAYS + ")");

    private static final Pattern CRITICAL = Pattern.compile(
            "^(?:deplor|denonc|critiqu|s'?inquiet|inquiet|demand|interrog|reclam|regrett|s'?oppos|oppos|accus|redout|conteste|s'?insurge|insurge|souhait"
                    + "|propos|craint|craign|soupconn|pretend|voudrai|s'?etonn|etonn|reproch|alert|plaid|plaint|plaign|estim).*");
    private static final Pattern CONTINUES = Pattern.compile(
            "^\"?\\s?(?:il|elle|ils|elles|selon (?:elle|lui|eux)|celui-ci|celle-ci|l'interesse\\w*|son groupe)\\b.*");
    private static final Sought ACCORDING = Sought.of(
            "\\b(?:selon|d'apres|aux yeux de) (?:l'opposition|elle|lui|eux|m\\.|mme|le collectif|des riverains)");

    private @Nullable Speaker turn;
    private @Nullable Speaker reported;
    private boolean quoteOpen;
    private int block = -1;
    private int named = NOBODY;
    private boolean begun;
    /** Who speaks before anything else is said presents the matter. */
    private String rapporteur = "";

    private Speakers() {}

    /** The sentences of one section, each with its speaker. */
    static List<Sentence> attribute(List<Sentence> sentences, String heading, Setting setting) {
        Speakers speakers = new Speakers();
        Speaker opening = opening(heading, setting);
        List<Sentence> attributed = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            attributed.add(sentence.saidBy(speakers.of(sentence, opening)));
        }
        return attributed;
    }

    /** Who speaks in a section of that title before anybody is named. */
    private static Speaker opening(String heading, Setting setting) {
        if (setting != Setting.QUESTION || AUTHORITY.matcher(heading).find()) {
            return Speaker.TOWN;
        }
        return Speaker.OPPOSITION;
    }

    private Speaker of(Sentence sentence, Speaker opening) {
        String words = sentence.words();
        boolean newBlock = sentence.block() != block;
        block = sentence.block();
        boolean wasOpen = quoteOpen;
        quoteOpen = stillOpen(words, quoteOpen);
        Matcher header = TURN.matcher(words);
        if (header.find() && !sentence.row() && !REPORTED.in(header.group())) {
            begun = true;
            reported = null;
            turn = roleOf(header.group());
            return turn;
        }
        if (NAMED.matcher(words).matches() && !sentence.row() && !SAID.in(words)) {
            reported = null;
            rapporteur = begun ? rapporteur : words;
            turn = words.equals(rapporteur) ? Speaker.TOWN : roleOf(words);
            begun = true;
            named = sentence.spans().isEmpty() ? NOBODY : sentence.end();
            return turn;
        }
        begun |= !sentence.isTitle();
        boolean underName = !sentence.spans().isEmpty() && isUnderName(sentence.start());
        if (turn != null && newBlock && !underName && !wasOpen && !words.startsWith("\"")) {
            turn = null;
        }
        if (turn != null) {
            return turn;
        }
        Speaker said = reported(words);
        if (said != null) {
            reported = said;
            return said;
        }
        if (reported != null && CONTINUES.matcher(words).matches()) {
            return reported;
        }
        reported = null;
        boolean asked = words.startsWith("\"") || wasOpen || Voice.addresses(words);
        return opening == Speaker.OPPOSITION && asked ? Speaker.OPPOSITION : Speaker.TOWN;
    }

    private boolean isUnderName(int start) {
        return named >= 0 && start >= named && start - named <= NEAR;
    }

    private static boolean stillOpen(String words, boolean open) {
        boolean now = open;
        for (int i = 0; i < words.length(); i++) {
            now ^= words.charAt(i) == '"';
        }
        return now;
    }

    private static Speaker roleOf(String header) {
        if (header.contains("reponse") || (AUTHORITY.matcher(header).find() && !header.contains("opposition"))) {
            return Speaker.TOWN;
        }
        return OPPONENT.matcher(header).find() ? Speaker.OPPOSITION : Speaker.UNKNOWN;
    }

    /** Who is said to say something, or null where nobody is. */
    private static @Nullable Speaker reported(String words) {
        if (ACCORDING.in(words)) {
            return Speaker.OPPOSITION;
        }
        Matcher m = SAID.in(words) ? REPORTED.first(words) : null;
        if (m == null) {
            return null;
        }
        String who = m.group(1);
        if (OPPONENT.matcher(who).find()) {
            return Speaker.OPPOSITION;
        }
        if (AUTHORITY.matcher(who).find()) {
            return Speaker.TOWN;
        }
        boolean person = who.startsWith("m.") || who.startsWith("mm") || who.startsWith("mon") || who.startsWith("mad");
        return person && CRITICAL.matcher(m.group(2)).matches() ? Speaker.OPPOSITION : person ? Speaker.TOWN : null;
    }
}
