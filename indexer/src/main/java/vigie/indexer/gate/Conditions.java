package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vigie.model.config.ContextGroup;
import vigie.model.config.TermForm;

/**
 * Whether a form that was found counts: {@link TermForm#needs}, {@link TermForm#notAfter}, {@link TermForm#notBefore}.
 */
final class Conditions {

    /** How far context may be where a form does not say. */
    private static final int USUAL_DISTANCE = 150;
    /** Longer than any words that must not stand beside a form. */
    private static final int BESIDE = 60;

    /** Words before a name that make of it that of a street, a house, a person, an association, an act. */
    private static final List<String> OTHER_NAMES =
            List.of(("rue|avenue|boulevard|allée|impasse|square|résidence|immeuble|bâtiment|lycée|collège|école|"
                            + "crèche|gymnase|théâtre|cinéma|hôtel|restaurant|salle|pharmacie|clinique|villa|espace|"
                            + "groupe scolaire|centre commercial|centre médical|centre social|pôle santé|rue de|rue des|"
                            + "avenue de|Mme|Mlle|monsieur|madame|mademoiselle|docteur|maître|association|club|amicale|"
                            + "chorale|troupe|orchestre|concert de|groupe de rock|groupe de musique|groupe folk|groupe de jazz|"
                            + "cabinet|agence de publicité|logiciel comptable|logiciel de paie|film|roman|spectacle|chien|"
                            + "chienne|cheval|navire")
                    .split("[|]"));

    /** Words behind it that make of it a firm of another trade. */
    private static final List<String> OTHER_TRADES =
            List.of(("avocat|avocats|notaires|architectes|architecture|urbanisme|urba|paysage|immobilier|conseil en|"
                            + "conseils|coiffure|fitness|assurances|expertise comptable|experts comptables|du logiciel de|"
                            + "de la suite|de télérelève|traiteur|voyages|fleurs|pharma")
                    .split("[|]"));

    /** The group of words for what firms do that has nothing to do with surveillance. */
    private static final String OTHER_TRADE = "autre-objet";

    private static final Beside NOTHING = new Beside(List.of(), List.of());

    /** A stretch of text that is read again and again is read this much further at most. */
    private static final int FURTHEST = 8192;

    private final FormFinder contexts;
    private final List<TermForm> contextForms = new ArrayList<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final int[] groupOf;
    private final Beside others = new Beside(Beside.folded(OTHER_NAMES), Beside.folded(OTHER_TRADES));

    /** By the form itself, filled while the gate is made: a hit must not fold the words again. */
    private final IdentityHashMap<TermForm, Beside> beside = new IdentityHashMap<>();

    /** Of names that others may have, the words that may follow them. */
    private final IdentityHashMap<TermForm, Predicate<String>> names = new IdentityHashMap<>();

    /** Words that must not stand directly before and behind a form, folded. */
    private record Beside(List<String> after, List<String> before) {

        static Beside of(TermForm form) {
            return new Beside(folded(form.notAfter()), folded(form.notBefore()));
        }

        Beside with(Beside more) {
            return new Beside(joined(after, more.after), joined(before, more.before));
        }

        private static List<String> joined(List<String> some, List<String> more) {
            return Stream.concat(some.stream(), more.stream()).distinct().toList();
        }

        private static List<String> folded(List<String> words) {
            return words.stream().map(FoldedWords::of).toList();
        }
    }

    Conditions(List<ContextGroup> contexts) {
        List<Integer> group = new ArrayList<>();
        for (ContextGroup context : contexts) {
            int id = groups.computeIfAbsent(context.id(), name -> groups.size());
            for (TermForm form : context.forms()) {
                contextForms.add(form);
                beside.put(form, Beside.of(form));
                group.add(id);
            }
        }
        this.groupOf = group.stream().mapToInt(Integer::intValue).toArray();
        this.contexts = FormFinder.of(contextForms);
    }

    /**
     * Takes in the form of a term and checks that the context which it names exists.
     *
     * @throws IllegalArgumentException if it does not
     */
    void check(TermForm form) {
        beside.put(form, Beside.of(form));
        checkNeeds(form);
    }

    /**
     * Takes in a name of a firm or product. Where it needs context, others may have that name.
     *
     * @param mayFollow whether the name, with that word behind it, is still that of the same firm or product
     * @throws IllegalArgumentException if the context that it names does not exist
     */
    void checkName(TermForm form, Predicate<String> mayFollow) {
        check(form);
        if (form.needs() != null) {
            beside.put(form, Beside.of(form).with(others));
            names.put(form, mayFollow);
        }
    }

    private void checkNeeds(TermForm form) {
        if (form.needs() != null && !groups.containsKey(form.needs())) {
            throw new IllegalArgumentException(
                    "term form \"" + form.text() + "\" needs the unknown context '" + form.needs() + "'");
        }
    }

    /** The conditions over one text, for one thread. */
    Over over(String text) {
        return new Over(text);
    }

    private static boolean endsWithOneOf(String text, List<String> words) {
        for (String word : words) {
            if (text.endsWith(word) && text.charAt(text.length() - word.length() - 1) == ' ') {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithOneOf(String text, List<String> words) {
        for (String word : words) {
            if (text.startsWith(word)
                    && (text.length() == word.length() || !Character.isLetterOrDigit(text.charAt(word.length())))) {
                return true;
            }
        }
        return false;
    }

    /** Remembers where context was found, so that neighbouring hits do not look for it again. */
    final class Over {

        private final String text;
        private final List<List<FormHit>> byGroup = new ArrayList<>();
        private int from;
        private int to;
        private int further;
        private int foldedBefore = -1;
        private String before = "";
        private int foldedBehind = -1;
        private String behind = "";
        private final Map<String, Boolean> others = new HashMap<>();
        private int clauseStart = -1;
        private List<FormHit> clause = List.of();

        private Over(String text) {
            this.text = text;
            for (int group = 0; group < groups.size(); group++) {
                byGroup.add(new ArrayList<>());
            }
        }

        boolean hold(TermForm form, int start, int end) {
            return hasContext(form, start, end)
                    && isFree(form, start, end)
                    && !isOther(form, start, end)
                    && !isAnother(form);
        }

        /** Whether it is a name, and somebody else's, or spoken of for something else that its bearer does. */
        boolean isOther(TermForm form, int start, int end) {
            Predicate<String> mayFollow = names.get(form);
            return mayFollow != null
                    && (OtherBearers.isOne(text, start, end, mayFollow) || isOfOtherTrade(form, start, end));
        }

        /** Whether the name's own clause speaks of another trade, and not of what it needs. */
        private boolean isOfOtherTrade(TermForm form, int start, int end) {
            Integer other = groups.get(OTHER_TRADE);
            if (other == null) {
                return false;
            }
            int first = Clauses.start(text, start);
            if (first != clauseStart) {
                clauseStart = first;
                clause = contexts.find(text, first, Clauses.end(text, start));
            }
            return speaks(other, start, end) && !speaks(groups.getOrDefault(form.needs(), -1), start, end);
        }

        private boolean speaks(int group, int start, int end) {
            return clause.stream()
                    .anyMatch(hit -> groupOf[hit.form()] == group && (hit.end() <= start || hit.start() >= end));
        }

        /** Whether it is an acronym that means something else in this text. */
        private boolean isAnother(TermForm form) {
            return form.needs() != null
                    && Acronyms.isOne(form.text())
                    && others.computeIfAbsent(
                            form.text(),
                            acronym -> Acronyms.meansAnother(
                                    text,
                                    acronym,
                                    (first, last) -> contexts.find(text, first, last).stream()
                                            .anyMatch(hit ->
                                                    groupOf[hit.form()] == groups.getOrDefault(form.needs(), -1))));
        }

        private boolean hasContext(TermForm form, int start, int end) {
            if (form.needs() == null) {
                return true;
            }
            int within = form.within() > 0 ? form.within() : USUAL_DISTANCE;
            int first = Math.max(0, start - within);
            int last = Math.min(text.length(), end + within);
            if (first < from || last > to) {
                read(start < to, first, last);
            }
            Integer group = groups.get(form.needs());
            return group != null && isAmong(byGroup.get(group), first, last, start, end);
        }

        /** Whether none of the words stands beside it that must not. */
        boolean isFree(TermForm form, int start, int end) {
            Beside words = beside.getOrDefault(form, NOTHING);
            return (words.after().isEmpty() || !endsWithOneOf(wordsBefore(start), words.after()))
                    && (words.before().isEmpty() || !startsWithOneOf(wordsBehind(end), words.before()));
        }

        private String wordsBefore(int i) {
            if (i != foldedBefore) {
                foldedBefore = i;
                before = " " + FoldedWords.of(text, Math.max(0, i - BESIDE), i).stripTrailing();
            }
            return before;
        }

        private String wordsBehind(int i) {
            if (i != foldedBehind) {
                foldedBehind = i;
                behind = FoldedWords.of(text, i, Math.min(text.length(), i + BESIDE))
                                .stripLeading() + " ";
            }
            return behind;
        }

        /** Reads what one form needs and, where hits follow each other closely, further and further ahead. */
        private void read(boolean near, int first, int last) {
            further = near ? Math.min(FURTHEST, 2 * further + USUAL_DISTANCE) : 0;
            from = first;
            to = Math.min(text.length(), last + further);
            byGroup.forEach(List::clear);
            for (FormHit hit : contexts.find(text, from, to)) {
                byGroup.get(groupOf[hit.form()]).add(hit);
            }
        }

        /** Whether one of the hits, which are sorted by start, lies in [first, last), but not over [start, end). */
        private boolean isAmong(List<FormHit> hits, int first, int last, int start, int end) {
            int low = 0;
            int high = hits.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (hits.get(middle).start() < first) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            for (int i = low; i < hits.size() && hits.get(i).start() < last; i++) {
                FormHit hit = hits.get(i);
                if (hit.end() <= last
                        && (hit.end() <= start || hit.start() >= end)
                        && isFree(contextForms.get(hit.form()), hit.start(), hit.end())) {
                    return true;
                }
            }
            return false;
        }
    }
}
