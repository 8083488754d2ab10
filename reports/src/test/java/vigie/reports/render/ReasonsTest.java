package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {

    private final Texts french = new Texts(Locale.FRENCH);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    cue 'attribuer' speaks for awarded (asserted)          | indice « attribuer » : marché attribué
                    cue 'n'est plus utilise' speaks for in-use (negated)   | indice « n'est plus utilise » : nié\u00A0: en service
                    cue 'w=contin speaker=TOWN' speaks for awarded (asserted) | d’après les mots de la phrase, pesés par le modèle, marché attribué
                    cue 'named among others' speaks for awarded (asserted) | nommé parmi d’autres : marché attribué
                    cue 'none' speaks for in-use (negated)                 | néant : nié\u00A0: en service
                    all sentences about it together speak for in-use (hypothetical) | d’après toutes les phrases qui en parlent, prises ensemble, hypothèse\u00A0: en service
                    no term of the lexicon, but the words of the sentence speak of analysis of images | aucun terme du lexique, mais les mots de la phrase parlent d’analyse d’images
                    a later sentence goes on about it                      | une phrase plus loin en parle encore
                    said by opposition                                     | dit par l’opposition ou des habitants
                    said by unknown                                        | dit par on ne sait qui
                    the section's vote adopts it                           | le vote de ce point l’adopte
                    the section's vote turns it down                       | le vote de ce point le rejette
                    notice: tendered by its labels                         | avis : appel d’offres, d’après ses rubriques
                    about the publisher: the source publishes for Valdorge | il s’agit de qui publie : la source publie pour Valdorge
                    the sentence is about Vaurelles                        | la phrase parle de Vaurelles
                    the sentence places it in Estrablon                    | la phrase le situe à Estrablon
                    goes on about Estrablon                                | la suite parle de Estrablon
                    it is put off                                          | c’est reporté, donc seulement envisagé
                    it is no longer so                                     | ce n’est plus le cas
                    notice: another offer is chosen                        | avis : une autre offre est retenue
                    the entry of Massy                                     | l’entrée de Massy
                    the sentences beside call it a trial                   | les phrases voisines parlent d’un essai
                    nothing speaks of a trial                              | rien ne parle d’un essai
                    cue 'it is turned down' speaks for rejected (asserted) | c’est refusé ou retiré : rejeté
                    cue 'the motion falls' speaks for rejected (asserted)  | la proposition est rejetée : rejeté
                    cue 'another town has it' speaks for in-use (asserted) | une autre ville l’a : en service
                    cue 'cameras that a firm set up' speaks for in-use (asserted) | des caméras posées par une entreprise : en service
                    it is what the contract is for                         | c’est l’objet du contrat
                    it is not planned                                      | ce n’est pas prévu
                    notice: told to be there already                       | avis : dit déjà en place
                    it ran for a while                                     | c’était pour un temps, donc un essai
                    it was not prolonged                                   | ce n’a pas été prolongé
                    it broke and is not replaced                           | il est tombé en panne et n’est pas remplacé
                    cue 'likely to be chosen' speaks for proposed (asserted) | a des chances d’être choisi : envisagé
                    cue 'the cameras are left' speaks for in-use (asserted) | les caméras restent : en service
                    the assembly accepts it                                | l’assemblée l’accepte
                    the act is withdrawn                                   | l’acte est retiré
                    only the budget is voted on                            | seul le budget est voté
                    only a subsidy is asked for                            | seule une subvention est demandée
                    it is excluded                                         | c’est exclu
                    it is decided not to                                   | il est décidé de ne pas le faire
                    it is announced                                        | c’est annoncé, donc seulement envisagé
                    it comes back                                          | cela reviendra, donc seulement envisagé
                    a group of the council of Massy bears the beginning of its name| un groupe du conseil de Massy porte le début de son nom
                    the decision ends the contract                         | la décision met fin au contrat
                    several communes buy together; it is told of 3         | plusieurs communes achètent ensemble ; c’est dit de 3 d’entre elles
                    the notice's buyer is Massy                            | l’acheteur de l’avis est Massy
                    the publisher's SIREN is that of Massy                 | le SIREN de qui publie est celui de Massy
                    the stamp of the préfecture is that of Massy           | le tampon de la préfecture est celui de Massy
                    the text gives the SIRET of Massy                      | le texte donne le SIRET de Massy
                    no commune is named as the author                      | aucune commune n’est nommée comme auteur
                    two communes are named alike: Massy (91377), Massy (71288) | deux communes sont nommées autant l’une que l’autre : Massy (91377), Massy (71288)
                    the text speaks of Massy and of its département        | le texte parle de Massy et de son département
                    the text speaks of Massy                               | le texte parle de Massy
                    of 2 communes called Massy the by far largest          | des 2 communes nommées Massy, de loin la plus grande
                    something new                                          | something new
                    """)
    void reasonsAreToldInFrench(String reason, String told) {
        assertThat(Reasons.told(reason, french)).isEqualTo(Wording.spaced(told));
    }

    @Test
    void reasonsAreToldInEnglish() {
        assertThat(Reasons.told("cue 'attribuer' speaks for awarded (asserted)", new Texts(Locale.ENGLISH)))
                .isEqualTo("cue “attribuer”: awarded");
    }
}
