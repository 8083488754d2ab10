package vigie.model;

/** Families of surveillance technology that are kept apart; only {@link #VSA} is algorithmic video surveillance. */
public enum Technology implements Term {
    /** Vidéosurveillance algorithmique: software that analyses images of cameras. */
    VSA,
    /** Reconnaissance faciale. */
    FACIAL_RECOGNITION,
    /** Détection sonore. */
    AUDIO_DETECTION,
    /** Lecture automatisée de plaques d'immatriculation. */
    LAPI,
    /** Drones (aéronefs sans équipage). */
    DRONE,
    /** Vidéoprotection: cameras alone, without analysis. */
    VIDEOPROTECTION
}
