package vigie.reports.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.config.Communes;
import vigie.model.id.InseeCode;
import vigie.reports.CityReport;
import vigie.reports.render.CityMap;
import vigie.reports.render.CityPage;
import vigie.reports.render.FranceMap;
import vigie.reports.render.Texts;
import vigie.reports.web.Refusal.Reason;

/** {@code /commune/INSEE}: what the city report says, with links. A name will do where one commune alone bears it. */
public final class CommunePage implements Page {

    private static final int NEAR = 6;

    private final Communes communes;
    private final Names names;
    private final Cities cities;
    private final Supplier<FranceMap> france;

    CommunePage(Communes communes, Names names, Cities cities, Supplier<FranceMap> france) {
        this.communes = communes;
        this.names = names;
        this.cities = cities;
        this.france = france;
    }

    /**
     * What the page shows.
     *
     * @param map where the commune lies, or null
     * @param firms address of what is known of a vendor or integrator, by id
     * @param asOf the day, month or year whose knowledge is shown, as it was typed, or empty
     */
    public record Model(CityPage report, @Nullable CityMap map, UnaryOperator<String> firms, String asOf) {

        /** The report as a file to keep. */
        public String file(ReportForm form) {
            return address(report.report().commune(), "report." + form.ending(), asOf);
        }
    }

    private static String address(Commune commune, String file, String asOf) {
        return new Href(
                        Href.path("commune", commune.code().value(), file),
                        asOf.isEmpty() ? Map.of() : Map.of("as-of", List.of(asOf)))
                .toString();
    }

    @Override
    public View of(Visit visit) {
        Commune commune = named(visit.part("insee"));
        Texts texts = visit.texts().words();
        String asOf = Objects.requireNonNullElse(visit.parameter("as-of"), "");
        CityReport report = cities.of(commune, SearchForm.end(asOf));
        return View.of(
                "commune",
                new Model(
                        new CityPage(report, texts), CityMap.of(report, france.get(), texts), names::vendorHref, asOf));
    }

    /**
     * The commune with that code or name.
     *
     * @throws Refusal if there is none, or there are several
     */
    Commune named(String asked) {
        return find(asked).orElseThrow(() -> new Refusal(Reason.NO_COMMUNE, near(asked), asked));
    }

    private Optional<Commune> find(String asked) {
        String code = asked.toUpperCase(Locale.ROOT);
        if (InseeCode.isValid(code)) {
            return communes.currentOf(new InseeCode(code));
        }
        List<Commune> named = allNamed(asked);
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private List<Commune> allNamed(String name) {
        return communes.byName(name).stream()
                .filter(commune -> commune.type() == CommuneType.ACTUELLE)
                .toList();
    }

    private List<Link> near(String asked) {
        List<Commune> named = allNamed(asked);
        return (named.isEmpty() ? communes.nearest(asked, NEAR) : named)
                .stream()
                        .map(commune -> new Link(
                                commune.name() + " (" + commune.code() + ")",
                                Href.path("commune", commune.code().value())))
                        .toList();
    }
}
