package vigie.indexer.extract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;

/**
 * A sentence that people labelled with what it says of the thing marked by {@code [[…]]}, a line of a file in
 * {@code quality/training/}; what labels mean is told in {@code quality/README.md}.
 *
 * @param family what is a variation of one sentence shares a family; a family is never split between training and test
 * @param register kind of text: proces-verbal, deliberation, decision, arrete, notice, magazine, motion, question, press
 * @param heading of the section, or empty; the mark may stand here
 * @param before the sentence before, or empty; the mark may stand here
 * @param text the sentence that is judged
 * @param after the sentence after, or empty
 * @param technology of the marked thing, or null where it is none of ours
 * @param stage a stage, or {@code none} where the sentence makes no claim about the own town
 */
public record TrainingExample(
        @JsonProperty(required = true) String family,
        @JsonProperty(required = true) String register,
        @JsonProperty(required = true) String setting,
        @JsonProperty(required = true) String speaker,
        @JsonProperty(required = true) String heading,
        @JsonProperty(required = true) String before,
        @JsonProperty(required = true) String text,
        @JsonProperty(required = true) String after,
        @Nullable String technology,
        @JsonProperty(required = true) String stage,
        @JsonProperty(required = true) String modality) {

    private static final Pattern MARK = Pattern.compile("\\[\\[(.+?)]]", Pattern.DOTALL);

    /** What stands in {@code [[…]]}, in plain text and by its place in {@link #text}, or at -1 where it stands elsewhere. */
    record Marked(String plain, int start, int end) {}

    /**
     * Checks the labels and the mark.
     *
     * @throws IllegalArgumentException if one is wrong; the message says which and what is permitted
     */
    public TrainingExample {
        if (!stage.equals("none")) {
            Term.of(Stage.class, stage);
        }
        Term.of(Modality.class, modality);
        if (technology != null) {
            Term.of(Technology.class, technology);
        }
        Setting.valueOf(setting.toUpperCase(Locale.ROOT));
        Speaker.valueOf(said(speaker));
        long marks = MARK.matcher(heading + " " + before + " " + text).results().count();
        if (marks != 1) {
            throw new IllegalArgumentException(
                    "exactly one [[…]] in heading, before or text says what is judged; found " + marks);
        }
    }

    private static String said(String speaker) {
        return speaker.toUpperCase(Locale.ROOT);
    }

    /** The stage that it is an example of; empty where it makes no claim. */
    public Optional<Stage> claimed() {
        return Term.find(Stage.class, stage);
    }

    /** The text as it would stand in a document. */
    Marked marked() {
        Matcher mark = MARK.matcher(text);
        return mark.find()
                ? new Marked(mark.replaceFirst(Matcher.quoteReplacement(mark.group(1))), mark.start(), mark.end() - 4)
                : new Marked(text, -1, -1);
    }

    /** The text without the mark. */
    public String plainText() {
        return marked().plain();
    }

    /** The marked words, wherever they stand. */
    public String named() {
        Matcher mark = MARK.matcher(heading + " " + before + " " + text);
        return mark.find() ? mark.group(1) : "";
    }

    /**
     * The situation that the classifier would see.
     *
     * @param others places of other vendors in the {@linkplain #plainText plain text}
     * @param vendor whether the marked words are a vendor's name
     */
    Situation situation(List<Integer> others, boolean vendor) {
        Marked marked = marked();
        View view = View.of(marked.plain(), i -> i);
        int anchor = marked.start() < 0 ? 0 : view.at(marked.start());
        int end = marked.start() < 0 ? 0 : Math.max(anchor + 1, view.at(marked.end() - 1) + 1);
        return new Situation(
                view.text(),
                anchor,
                end - anchor,
                others.stream().map(view::at).toList(),
                plain(heading),
                Setting.valueOf(setting.toUpperCase(Locale.ROOT)),
                Speaker.valueOf(said(speaker)),
                technology == null ? Technology.VSA : Term.of(Technology.class, technology),
                vendor);
    }

    private static String plain(String context) {
        return View.fold(MARK.matcher(context).replaceAll(mark -> Matcher.quoteReplacement(mark.group(1))));
    }
}
