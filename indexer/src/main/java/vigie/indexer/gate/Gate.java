package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.config.Lexicon;
import vigie.model.config.LexiconEntry;
import vigie.model.config.Product;
import vigie.model.config.TermForm;
import vigie.model.config.Vendor;

/**
 * Finds the vendors, products and terms of a lexicon in raw text. What does not pass the gate is indexed for full text
 * and costs nothing more.
 *
 * <p>{@link Mention#ref} is the id of the vendor, product or lexicon entry; product ids are unique over all vendors
 * ({@link Lexicon#vendorOfProduct} finds the vendor). Of overlapping mentions of one kind the leftmost, then the
 * longest is kept; mentions of different kinds may overlap. Thread-safe.
 */
public final class Gate {

    private static final Comparator<Mention> READING_ORDER = Comparator.comparingInt(Mention::start)
            .thenComparing(Comparator.comparingInt(Mention::end).reversed())
            .thenComparing(Mention::kind)
            .thenComparing(Mention::ref);

    /** What a form stands for; {@code telling}: whether it alone says something about surveillance. */
    private record Target(MentionKind kind, String ref, boolean telling, TermForm form) {}

    private final List<Target> targets = new ArrayList<>();
    private final Conditions conditions;
    private final FormFinder finder;

    private Gate(Lexicon lexicon) {
        conditions = new Conditions(lexicon.contexts());
        lexicon.vendors().forEach(this::addVendor);
        lexicon.entries().forEach(this::addEntry);
        Nfa nfa = new Nfa();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            FormFinder.add(nfa, target.form(), isSpread(target.kind()), i);
        }
        finder = new FormFinder(nfa);
    }

    /**
     * Makes the gate of a lexicon; make it once, it reads faster the more it has read.
     *
     * @throws IllegalArgumentException if a form's pattern cannot be understood or its context is unknown
     */
    public static Gate compile(Lexicon lexicon) {
        return new Gate(lexicon);
    }

    /** All mentions in the order in which one reads them. */
    public List<Mention> scan(String text) {
        return scan(text, 0, text.length());
    }

    /** All mentions that lie in {@code [from, to)}; context may lie outside. */
    public List<Mention> scan(String text, int from, int to) {
        Set<Mention> found = new LinkedHashSet<>();
        Conditions.Over conditionsHere = conditions.over(text);
        finder.scan(text, from, to, hit -> {
            Target target = targets.get(hit.form());
            if (conditionsHere.hold(target.form(), hit.start(), hit.end())) {
                found.add(mention(target, text, hit));
            }
            return true;
        });
        return withoutOverlaps(found);
    }

    /**
     * The names of vendors that lack the words near by which they need. In a text that is about surveillance they may be
     * meant all the same.
     */
    public List<Mention> doubtful(String text) {
        Set<Mention> found = new LinkedHashSet<>();
        Conditions.Over conditionsHere = conditions.over(text);
        finder.scan(text, 0, text.length(), hit -> {
            Target target = targets.get(hit.form());
            TermForm form = target.form();
            if (target.kind() == MentionKind.VENDOR
                    && form.needs() != null
                    && conditionsHere.isFree(form, hit.start(), hit.end())
                    && !conditionsHere.isOther(form, hit.start(), hit.end())) {
                found.add(mention(target, text, hit));
            }
            return true;
        });
        return withoutOverlaps(found);
    }

    /**
     * Whether the text says something about surveillance that is worth extracting: a technology, function or euphemism,
     * a product, or a vendor whose name alone speaks of one. Integrators, laws and hints alone do not. Stops at the first.
     */
    public boolean fires(String text) {
        Conditions.Over conditionsHere = conditions.over(text);
        return !finder.scan(text, 0, text.length(), hit -> {
            Target target = targets.get(hit.form());
            return !(target.telling() && conditionsHere.hold(target.form(), hit.start(), hit.end()));
        });
    }

    private void addVendor(Vendor vendor) {
        Predicate<String> mayFollow = OtherBearers.mayFollow(vendor);
        vendor.aliases().forEach(form -> conditions.checkName(form, mayFollow));
        vendor.products().forEach(product -> product.aliases().forEach(form -> conditions.checkName(form, mayFollow)));
        addAll(MentionKind.VENDOR, vendor.id(), vendor.technology() != null, vendor.aliases());
        for (Product product : vendor.products()) {
            boolean telling = product.technology() != null || vendor.technology() != null;
            addAll(MentionKind.PRODUCT, product.id(), telling, product.aliases());
        }
    }

    private void addEntry(LexiconEntry entry) {
        entry.forms().forEach(conditions::check);
        boolean telling = entry.kind() != MentionKind.LEGAL && entry.kind() != MentionKind.HINT;
        addAll(entry.kind(), entry.id(), telling, entry.forms());
    }

    private void addAll(MentionKind kind, String ref, boolean telling, List<TermForm> forms) {
        forms.forEach(form -> targets.add(new Target(kind, ref, telling, form)));
    }

    private static boolean isSpread(MentionKind kind) {
        return kind == MentionKind.VENDOR || kind == MentionKind.PRODUCT || kind == MentionKind.TECHNOLOGY;
    }

    private static Mention mention(Target target, String text, FormHit hit) {
        return new Mention(target.kind(), hit.start(), hit.end(), text.substring(hit.start(), hit.end()), target.ref());
    }

    private static List<Mention> withoutOverlaps(Set<Mention> found) {
        List<Mention> kept = new ArrayList<>();
        Map<MentionKind, Mention> last = new EnumMap<>(MentionKind.class);
        for (Mention mention : found.stream().sorted(READING_ORDER).toList()) {
            if (isNext(last.get(mention.kind()), mention)) {
                kept.add(mention);
                last.put(mention.kind(), mention);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isNext(@Nullable Mention last, Mention mention) {
        return last == null
                || mention.start() >= last.end()
                || (mention.start() == last.start() && mention.end() == last.end());
    }

    /** How big the automaton is, for measuring. */
    String size() {
        return finder.size();
    }
}
