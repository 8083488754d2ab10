package vigie.reports.render;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vigie.model.Claim;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Term;

/**
 * Tells the reasons of a claim ({@link Claim#because()}), which the indexer writes in English as a log does, in the
 * language of the reader. A reason of an unknown form stays as it is. Stateless.
 */
public final class Reasons {

    /** What rules of the indexer write where others quote the words that decided. */
    private static final List<String> RULES = List.of(
            "an offer that was turned down",
            "another offer is chosen",
            "another town has it",
            "cameras that a firm set up",
            "credits",
            "denied",
            "list of contracts or decisions",
            "named among others",
            "named behind another offer",
            "no",
            "none",
            "not continued",
            "one of several offers",
            "option in case",
            "option not taken",
            "ranked behind another offer",
            "ranked first among the offers",
            "it is turned down",
            "likely to be chosen",
            "the cameras are left",
            "the motion falls",
            "the offer that is chosen of several",
            "under a condition",
            "stays out",
            "a line of a plan");

    /** The first that fits counts. What the model weighs are its features, which tell a reader nothing. */
    private static final List<Form> FORMS = List.of(
            new Form("model", "cue '.*=.*' speaks for ([a-z-]+) \\(([a-z]+)\\)"),
            new Form("rule", "cue '(" + String.join("|", RULES) + ")' speaks for ([a-z-]+) \\(([a-z]+)\\)"),
            new Form("cue", "cue '(.*)' speaks for ([a-z-]+) \\(([a-z]+)\\)"),
            new Form("together", "all sentences about it together speak for ([a-z-]+) \\(([a-z]+)\\)"),
            new Form("words", "no term of the lexicon, but the words of the sentence speak of analysis of images"),
            new Form("later", "a later sentence goes on about it"),
            new Form("said", "said by ([a-z]+)"),
            new Form("adopted", "the section's vote adopts it"),
            new Form("turned-down", "the section's vote turns it down"),
            new Form("put-off", "it is put off"),
            new Form("no-longer", "it is no longer so"),
            new Form("other-offer", "notice: another offer is chosen"),
            new Form("entry", "the entry of (.*)"),
            new Form("trial-beside", "the sentences beside call it a trial"),
            new Form("no-trial", "nothing speaks of a trial"),
            new Form("contract-for", "it is what the contract is for"),
            new Form("not-planned", "it is not planned"),
            new Form("there", "notice: told to be there already"),
            new Form("ran", "it ran for a while"),
            new Form("not-prolonged", "it was not prolonged"),
            new Form("broke", "it broke and is not replaced"),
            new Form("accepted", "the assembly accepts it"),
            new Form("withdrawn", "the act is withdrawn"),
            new Form("budget", "only the budget is voted on"),
            new Form("subsidy", "only a subsidy is asked for"),
            new Form("excluded", "it is excluded"),
            new Form("decided-not", "it is decided not to"),
            new Form("announced", "it is announced"),
            new Form("comes-back", "it comes back"),
            new Form("group", "a group of the council of (.*) bears the beginning of its name"),
            new Form("ends", "the decision ends the contract"),
            new Form("notice", "notice: ([a-z-]+) by its labels"),
            new Form("publisher", "about the publisher: (.*)"),
            new Form("joint", "several communes buy together; it is told of (\\d+)"),
            new Form("buyer", "the notice's buyer is (.*)"),
            new Form("about", "the sentence is about (.*)"),
            new Form("elsewhere", "the sentence places it in (.*)"),
            new Form("goes-on", "goes on about (.*)"),
            new Form("publishes", "the source publishes for (.*)"),
            new Form("siren", "the publisher's SIREN is that of (.*)"),
            new Form("stamp", "the stamp of the préfecture is that of (.*)"),
            new Form("siret", "the text gives the SIRET of (.*)"),
            new Form("no-author", "no commune is named as the author"),
            new Form("alike", "two communes are named alike: (.*), (.*)"),
            new Form("and-departement", "the text speaks of (.*) and of its département"),
            new Form("speaks-of", "the text speaks of (.*)"),
            new Form("largest", "of (\\d+) communes called (.*) the by far largest"));

    private Reasons() {}

    /** Why the claim was made, in words of that language. */
    public static List<String> of(Claim claim, Texts texts) {
        return claim.because().stream().map(reason -> told(reason, texts)).toList();
    }

    static String told(String reason, Texts texts) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(reason);
            if (matcher.matches()) {
                return texts.get("reason." + form.key(), values(form.key(), matcher, texts));
            }
        }
        return reason;
    }

    private static Object[] values(String form, Matcher matcher, Texts texts) {
        return switch (form) {
            case "cue" ->
                new Object[] {
                    matcher.group(1),
                    texts.stage(Term.of(Stage.class, matcher.group(2)), Term.of(Modality.class, matcher.group(3)))
                };
            case "rule" ->
                new Object[] {
                    texts.get("reason.rule." + matcher.group(1).replace(' ', '-')),
                    texts.stage(Term.of(Stage.class, matcher.group(2)), Term.of(Modality.class, matcher.group(3)))
                };
            case "together", "model" ->
                new Object[] {
                    texts.stage(Term.of(Stage.class, matcher.group(1)), Term.of(Modality.class, matcher.group(2)))
                };
            case "notice" -> new Object[] {texts.stage(Term.of(Stage.class, matcher.group(1)), Modality.ASSERTED)};
            case "said" -> new Object[] {texts.get("reason.speaker." + matcher.group(1))};
            case "publisher" ->
                new Object[] {
                    Stream.of(matcher.group(1).split("; "))
                            .map(reason -> told(reason, texts))
                            .collect(texts.joining())
                };
            default ->
                IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toArray();
        };
    }

    /** What the indexer writes, and the last part of its key in the message files. */
    private record Form(String key, Pattern pattern) {

        Form(String key, String pattern) {
            this(key, Pattern.compile(pattern));
        }
    }
}
