package vigie.cli.harvest;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What made-up towns call things, drawn by a generator with a given seed. */
final class Words {

    static final List<String> HALL = List.of(
            "Mairie",
            "Ma mairie",
            "Vie municipale",
            "La municipalité",
            "Vie démocratique",
            "Citoyenneté",
            "La ville",
            "Votre mairie",
            "Notre commune");
    static final List<String> LIVING =
            List.of("Vivre ici", "Au quotidien", "Cadre de vie", "Vie pratique", "Mon quotidien");
    static final List<String> LEISURE =
            List.of("Sortir", "Culture et loisirs", "Sport, culture", "Se divertir", "Temps libre");
    static final List<String> FAMILY = List.of("Enfance et jeunesse", "Grandir", "Famille", "Éducation", "À tout âge");
    static final List<String> PAPERWORK = List.of("Démarches", "Vos démarches", "Infos pratiques", "Services en ligne");
    static final List<String> DISCOVER = List.of("Découvrir", "Tourisme", "Histoire et patrimoine", "Visiter");
    static final List<String> SHELF =
            List.of("Publications", "Documents", "Kiosque", "Médiathèque de documents", "Espace documentaire");
    static final List<String> COUNCIL = List.of(
            "Conseil municipal",
            "Le conseil municipal",
            "Les séances du conseil",
            "Vos élus et le conseil",
            "Assemblée communale",
            "Fonctionnement de la mairie");
    static final List<String> MINUTES = List.of(
            "Comptes rendus",
            "Délibérations",
            "Procès-verbaux",
            "PV des conseils",
            "Comptes-rendus du conseil municipal",
            "Délibérations et procès-verbaux",
            "Séances du conseil municipal",
            "Ce que le conseil a voté",
            "Les conseils en détail",
            "Publicité des actes",
            "Registre des décisions",
            "Archives");
    static final List<String> ORDERS = List.of(
            "Arrêtés",
            "Actes réglementaires",
            "Arrêtés municipaux",
            "Affichage légal",
            "Recueil des actes administratifs",
            "Réglementation",
            "Circulation et stationnement",
            "Actes officiels");
    static final List<String> MATTERS = List.of(
            "Attribution du marché de voirie",
            "Tarifs de la cantine",
            "Subventions aux associations",
            "Installation de caméras de vidéoprotection",
            "Convention avec le département",
            "Cession d'un terrain communal",
            "Adhésion au syndicat d'énergie",
            "Budget primitif",
            "Création d'un emploi",
            "Dénomination d'une rue",
            "Garantie d'emprunt",
            "Rapport sur l'eau potable",
            "Règlement du cimetière",
            "Rythmes scolaires",
            "Travaux de l'église",
            "Convention de prêt de matériel",
            "Groupement de commandes",
            "Demande de subvention au titre de la DETR");
    static final List<String> STREETS = List.of(
            "Interdiction de stationner rue des Lilas",
            "Circulation alternée route de la Gare",
            "Fermeture du parc",
            "Vide-grenier du quartier haut",
            "Autorisation de voirie avenue Jean-Jaurès",
            "Règlement des terrasses",
            "Réglementation du bruit",
            "Débit de boissons temporaire");
    static final List<String> NEWS = List.of(
            "La fête de la musique revient",
            "Travaux rue de la République",
            "Collecte des déchets : ce qui change",
            "Retour sur le conseil municipal",
            "La ville étend sa vidéoprotection",
            "Inscriptions scolaires",
            "Marché de Noël",
            "Exposition à la médiathèque",
            "Vœux du maire",
            "Canicule : les bons gestes",
            "Le budget en débat",
            "Un nouveau terrain de sport",
            "Réunion publique sur le plan local d'urbanisme",
            "Arrêté sécheresse : restrictions d'eau",
            "Don du sang",
            "Portrait d'une commerçante",
            "Rentrée des associations",
            "Journée citoyenne");
    static final List<String> CLUBS = List.of(
            "Club de judo",
            "Comité des fêtes",
            "Amicale des anciens",
            "Chorale",
            "Société de chasse",
            "Tennis club",
            "Les amis du patrimoine",
            "Club de lecture",
            "Union cycliste",
            "Théâtre amateur");
    static final List<String> SERVICES = List.of(
            "État civil",
            "Carte d'identité",
            "Déchets",
            "Eau et assainissement",
            "Urbanisme",
            "Cimetière",
            "Logement",
            "Transports",
            "Police municipale",
            "Santé",
            "Aide sociale",
            "Location de salles",
            "Marchés publics",
            "Emploi");
    static final List<String> PLACES = List.of(
            "Piscine",
            "Médiathèque",
            "Crèche",
            "École du centre",
            "Restauration scolaire",
            "Salle des fêtes",
            "Gymnase",
            "Office de tourisme",
            "Musée",
            "Camping",
            "Sentiers de randonnée",
            "Église Saint-Martin",
            "Le port",
            "Parcs et jardins");
    static final List<String> BODIES = List.of(
            "Conseil municipal des jeunes",
            "Conseils de quartier",
            "Conseil des sages",
            "Comité consultatif",
            "Caisse des écoles");
    static final List<String> FILES = List.of(
            "Menu de la cantine",
            "Formulaire d'inscription",
            "Règlement intérieur",
            "Plan de zonage",
            "Rapport de présentation",
            "Guide des associations",
            "Dossier de permis de construire",
            "Plaquette touristique",
            "Avis d'enquête",
            "Bilan d'activité",
            "Charte",
            "Fiche de poste");

    private Words() {}

    static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    /** A title as the last part of an address. */
    static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}+", "")
                .replace("œ", "oe");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
