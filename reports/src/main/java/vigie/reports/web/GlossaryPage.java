package vigie.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;

/** {@code /glossary}: what the words on these pages mean. */
public final class GlossaryPage implements Page {

    private static final List<String> WORDS = List.of(
            "deployment",
            "claim",
            "evidence",
            "confidence",
            "review",
            "document",
            "capture",
            "source",
            "coverage",
            "contract",
            "vendor",
            "integrator");

    /** A group of words. */
    public record Group(String title, List<Entry> entries) {

        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A word.
     *
     * @param anchor by which it can be linked to
     */
    public record Entry(String anchor, String word, String meaning) {}

    /** All groups. */
    public record Model(List<Group> groups) {

        public Model {
            groups = List.copyOf(groups);
        }
    }

    @Override
    public View of(Visit visit) {
        return View.of("glossary", new Model(groups(visit.texts())));
    }

    /** The words in that language. */
    public static List<Group> groups(WebTexts texts) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                texts.get("glossary.words"),
                WORDS.stream()
                        .map(word -> new Entry(
                                word, texts.get("glossary." + word), texts.get("glossary." + word + ".means")))
                        .toList()));
        groups.add(group("stage", Stage.values(), texts));
        groups.add(group("modality", Modality.values(), texts));
        groups.add(group("technology", Technology.values(), texts));
        return groups;
    }

    private static Group group(String vocabulary, Term[] terms, WebTexts texts) {
        return new Group(
                texts.get("glossary." + vocabulary),
                Stream.of(terms)
                        .map(term -> new Entry(
                                term.id(),
                                texts.words().get(vocabulary + "." + term.id()),
                                texts.get("glossary." + vocabulary + "." + term.id())))
                        .toList());
    }
}
