package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vigie.indexer.gate.LexiconBuilder.lexicon;
import static vigie.indexer.gate.LexiconBuilder.needing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.config.TermForm;

class GateTest {

    @Test
    void mentionsHaveKindRefAndTheSurfaceFormAtItsPlace() {
        Gate gate = lexicon()
                .vendorWithProduct("acme", "acme", "acme-look", "acme-look")
                .term(MentionKind.TECHNOLOGY, "vsa", "vidéo-surveillance algorithmique")
                .gate();
        String text = "Le logiciel ACME Look d'Acme (vidéo-surveillance\nalgorithmique)";

        List<Mention> mentions = gate.scan(text);

        assertThat(mentions)
                .extracting(Mention::kind, Mention::ref, Mention::surface)
                .containsExactly(
                        tuple(MentionKind.PRODUCT, "acme-look", "ACME Look"),
                        tuple(MentionKind.VENDOR, "acme", "ACME"),
                        tuple(MentionKind.VENDOR, "acme", "Acme"),
                        tuple(MentionKind.TECHNOLOGY, "vsa", "vidéo-surveillance\nalgorithmique"));
        assertThat(mentions)
                .allSatisfy(m -> assertThat(text.substring(m.start(), m.end())).isEqualTo(m.surface()));
    }

    @Test
    void ofOneKindTheLongestIsKept() {
        Gate gate = lexicon()
                .term(MentionKind.TECHNOLOGY, "plain", "vidéo-surveillance")
                .term(MentionKind.TECHNOLOGY, "vsa", "vidéo-surveillance algorithmique")
                .term(MentionKind.EUPHEMISM, "algo", "algorithmique")
                .gate();

        assertThat(gate.scan("La vidéosurveillance algorithmique est une vidéosurveillance."))
                .extracting(Mention::ref)
                .containsExactly("vsa", "algo", "plain");
    }

    @Test
    void twoRefsOfOneFormAreBothKept() {
        Gate gate = lexicon().vendor("one", "acme").vendor("two", "acme").gate();

        assertThat(gate.scan("acme")).extracting(Mention::ref).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v i d é o s u r v e i l l a n c e",
                "V I D E O - S U R V E I L L A N C E",
                "VVIIDDÉÉOOSSUURRVVEEIILLLLAANNCCEE",
                "VVIIDDÉÉOO  SSUURRVVEEIILLLLAANNCCEE",
            })
    void namesAndTechnologiesAreFoundSpacedAndDoubled(String text) {
        Gate gate = lexicon()
                .term(MentionKind.TECHNOLOGY, "t", "vidéo-surveillance")
                .gate();

        assertThat(gate.scan("La " + text + " !")).extracting(Mention::surface).containsExactly(text);
    }

    @Test
    void aShortNameIsFoundMisreadAnAcronymThatIsNoNameIsNot() {
        Gate gate = lexicon()
                .vendor("duo-i", "duo-i")
                .vendor("oxis", LexiconBuilder.sensitive("Oxis"))
                .term(MentionKind.FUNCTION, "idi", "IDIO")
                .gate();

        assertThat(gate.scan("1er : DUO-l ; 2e : OXlS ; oxls, lDlO"))
                .extracting(Mention::ref, Mention::surface)
                .containsExactly(tuple("duo-i", "DUO-l"), tuple("oxis", "OXlS"));
    }

    @Test
    void behindAFigureALetterIsNotMisread() {
        Gate gate = lexicon().vendor("two-i", "société 2-i", "société 2o").gate();

        assertThat(gate.scan("la société 2-i, la SOCIÉTÉ 2I, la soclété 2 i"))
                .extracting(Mention::ref)
                .containsExactly("two-i", "two-i", "two-i");
        assertThat(gate.scan("la société 21 juin, la société 2L, société 20")).isEmpty();
    }

    @Test
    void namesWithoutTheirContextAreDoubtfulUnlessTheyAreFollowedByWhatTheyMustNot() {
        TermForm firm = new TermForm("dupond", false, "cameras", 30, List.of(), List.of("peinture"));
        TermForm word = new TermForm("Axis", true, "cameras", 30, List.of(), List.of());
        Gate gate = lexicon()
                .vendor("dupond", firm)
                .vendor("axis", word)
                .vendor("acme", "acme")
                .context("cameras", "caméra(s)")
                .gate();
        String text = "Dupond et Axis (un axis), avec Acme, ont répondu ; Dupond Peinture aussi.";

        assertThat(gate.scan(text)).extracting(Mention::ref).containsExactly("acme");
        assertThat(gate.doubtful(text))
                .extracting(Mention::ref, Mention::start)
                .containsExactly(tuple("dupond", 0), tuple("axis", 10));
    }

    @Test
    void aNameIsNotMeantWhereItsOwnClauseSpeaksOfAnotherTrade() {
        Gate gate = lexicon()
                .vendor("axis", needing("Axis", "cameras", 80))
                .context("cameras", "caméra(s)")
                .context("autre-objet", "paie")
                .gate();

        assertThat(gate.scan("La paie est confiée à Axis ; les caméras sont réparées."))
                .isEmpty();
        assertThat(gate.scan("Axis fait la paie. Deux caméras sont posées.")).isEmpty();
        assertThat(gate.doubtful("Axis fait la paie.")).isEmpty();
        assertThat(gate.scan("La paie est revue ; Axis fournit les caméras.")).hasSize(1);
        assertThat(gate.scan("Axis fournit les caméras et la paie.")).hasSize(1);
        assertThat(gate.scan("Paie : sans objet\nAxis\nDeux caméras")).hasSize(1);
    }

    @Test
    void anAmbiguousFormNeedsItsContextNearby() {
        Gate gate = lexicon()
                .vendor("axis", needing("Axis", "cameras", 30))
                .context("cameras", "caméra(s)")
                .gate();

        assertThat(gate.scan("Des caméras Axis.")).hasSize(1);
        assertThat(gate.scan("Axis fournit dix\ncame\u0301ras")).hasSize(1);
        assertThat(gate.scan("Axis " + "x ".repeat(20) + "caméras")).isEmpty();
        assertThat(gate.scan("L'axis et l'atlas")).isEmpty();
        assertThat(gate.scan("Axis, Axis et Axis")).isEmpty();
    }

    @Test
    void aFormIsNotItsOwnContext() {
        Gate gate = lexicon()
                .vendor("axis", needing("Axis caméra", "cameras", 30))
                .context("cameras", "caméra(s)")
                .gate();

        assertThat(gate.scan("Axis caméra")).isEmpty();
        assertThat(gate.scan("Axis caméra, une caméra")).hasSize(1);
    }

    @Test
    void wordsBesideCanForbidAForm() {
        TermForm form =
                new TermForm("XXII", false, null, 0, List.of("Louis", "article"), List.of("e siècle", "siècle"));
        Gate gate = lexicon().vendor("xxii", form).gate();

        assertThat(gate.scan("Louis XXII, ARTICLE\nXXII, l'article. XXII, au XXII siècle, le XXII e siècle"))
                .isEmpty();
        assertThat(gate.scan("XXII, Saint-Louis, XXII siècles"))
                .as("a comma parts them, and siècles is another word")
                .hasSize(2);
    }

    @Test
    void aLongerFormWithoutItsContextHidesNothing() {
        Gate gate = lexicon()
                .term(MentionKind.TECHNOLOGY, "short", "analyse")
                .term(MentionKind.TECHNOLOGY, "long", List.of(needing("analyse vidéo", "none", 10)))
                .context("none", "zzz")
                .gate();

        assertThat(gate.scan("une analyse vidéo")).extracting(Mention::ref).containsExactly("short");
    }

    @Test
    void firesForWhatSpeaksOfSurveillanceOnly() {
        Gate gate = lexicon()
                .vendor("acme", "acme")
                .integrator("fitter", "fitter")
                .term(MentionKind.LEGAL, "law", "loi n° 1")
                .term(MentionKind.EUPHEMISM, "euphemism", "aide au visionnage")
                .gate();

        assertThat(gate.fires("fitter, loi n° 1")).isFalse();
        assertThat(gate.fires("fitter et ACME")).isTrue();
        assertThat(gate.fires("Une aide au visionnage")).isTrue();
        assertThat(gate.fires("")).isFalse();
    }

    @Test
    void anUnknownContextIsRefused() {
        LexiconBuilder lexicon = lexicon().vendor("axis", needing("Axis", "nowhere", 30));

        assertThatThrownBy(lexicon::gate)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'nowhere'");
    }

    @Test
    void aStretchIsScannedWithItsSurroundings() {
        Gate gate = lexicon()
                .vendor("axis", needing("Axis", "cameras", 30))
                .context("cameras", "caméra(s)")
                .gate();
        String text = "Axis des caméras Axis";

        assertThat(gate.scan(text, 5, text.length())).extracting(Mention::start).containsExactly(17);
    }
}
