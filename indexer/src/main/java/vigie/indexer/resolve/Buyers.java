package vigie.indexer.resolve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Commune;
import vigie.model.Epci;
import vigie.model.Publisher;
import vigie.model.config.Communes;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

/** Says what body a publisher is: by its code and SIREN in the register, else by its name. Immutable, thread-safe. */
public final class Buyers {

    private static final Pattern COMMUNE = Pattern.compile("^(?:ville|commune|mairie)\\b");
    private static final Pattern SEVERAL_COMMUNES = Pattern.compile(
            "\\b(?:communaute|metropole|eurometropole|agglomeration|intercommunal\\w*|syndicat mixte)\\b");

    private static final Pattern DEPARTEMENT = Pattern.compile("\\b(?:conseil departemental|departement)\\b");
    private static final Pattern REGION = Pattern.compile("\\b(?:conseil regional|region)\\b");
    private static final Pattern ETAT = Pattern.compile("\\b(?:prefecture|prefet|ministere)\\b");

    private final Communes communes;

    public Buyers(Communes communes) {
        this.communes = communes;
    }

    /** The body that publishes; empty where nothing tells which one that is. */
    public Optional<Buyer> of(Publisher publisher) {
        InseeCode insee = publisher.insee();
        Siren siren = publisher.siren();
        Optional<Commune> commune =
                insee != null ? communes.currentOf(insee) : siren == null ? Optional.empty() : communes.bySiren(siren);
        if (commune.isPresent()) {
            return commune.map(found -> new Buyer(null, found.name(), BuyerKind.COMMUNE, List.of(found.code())));
        }
        if (insee != null) {
            String name = Objects.requireNonNullElse(publisher.name(), insee.value());
            return Optional.of(new Buyer(null, name, BuyerKind.COMMUNE, List.of(insee)));
        }
        Optional<Epci> epci = siren == null ? Optional.empty() : communes.epci(siren);
        if (epci.isPresent()) {
            return epci.map(found -> new Buyer(null, found.name(), BuyerKind.EPCI, found.members()));
        }
        return Stream.ofNullable(publisher.name())
                .filter(name -> !name.isBlank())
                .map(name -> new Buyer(null, name.strip(), kind(Communes.fold(name)), List.of()))
                .findFirst();
    }

    private static BuyerKind kind(String name) {
        if (COMMUNE.matcher(name).find()) {
            return BuyerKind.COMMUNE;
        }
        if (SEVERAL_COMMUNES.matcher(name).find()) {
            return BuyerKind.EPCI;
        }
        if (DEPARTEMENT.matcher(name).find()) {
            return BuyerKind.DEPARTEMENT;
        }
        if (REGION.matcher(name).find()) {
            return BuyerKind.REGION;
        }
        return ETAT.matcher(name).find() ? BuyerKind.ETAT : BuyerKind.OTHER;
    }
}
