package vigie.cli.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code world.yml} tells: towns with their acts, everyday deliberations to fill their sites, and notices. */
record World(List<Town> towns, List<Filler> filler, List<Notice> notices) {

    /**
     * A town.
     *
     * @param id its host is {@code <id>.localhost}
     * @param build how its site is made, see {@link TownSite}
     * @param filler number of everyday deliberations on it
     */
    record Town(String id, String insee, String name, String build, int filler, List<Act> documents) {}

    /**
     * A published act.
     *
     * @param path on the site, without leading slash
     * @param format pdf, odt, docx, html, scan, encrypted or broken
     * @param pad paragraphs of everyday matters before and after the text, as real minutes have them
     */
    record Act(
            String path,
            String title,
            LocalDate date,
            String format,
            @Nullable Integer pad,
            String text) {}

    /** An everyday deliberation; {@code {commune}} and {@code {number}} are filled in. */
    record Filler(String title, String text) {}

    /** A procurement notice; {@code holder} and {@code amount} for awards only. */
    record Notice(
            String idweb,
            String insee,
            String buyer,
            String postcode,
            LocalDate date,
            String nature,
            String cpv,
            String object,
            String description,
            @Nullable String holder,
            @Nullable String amount) {}

    static World load() {
        try (InputStream in = World.class.getResourceAsStream("/vigie/cli/demo/world.yml")) {
            YAMLMapper yaml =
                    YAMLMapper.builder().addModule(new JavaTimeModule()).build();
            return yaml.readValue(Objects.requireNonNull(in, "world.yml"), World.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample world that ships with Vigie cannot be read", e);
        }
    }

    /** The acts of a town, the everyday ones included, each text complete. */
    List<Act> acts(Town town) {
        List<Act> acts = new ArrayList<>();
        for (Act act : town.documents()) {
            acts.add(new Act(act.path(), act.title(), act.date(), act.format(), null, padded(act, town)));
        }
        String format = town.build().equals("redirects") ? "docx" : town.build().equals("latin1") ? "odt" : "pdf";
        for (int i = 0; i < town.filler(); i++) {
            Filler source = filler.get(i % filler.size());
            LocalDate date = LocalDate.of(2021, 1, 14).plusWeeks(7L * i);
            String extension = format.equals("pdf") && i % 3 == 0 ? "html" : format;
            String path = "deliberations/" + date.getYear() + "/" + date + "-" + (i + 1) + "." + extension;
            acts.add(new Act(path, source.title(), date, extension, null, filled(source, town, i)));
        }
        return acts;
    }

    private String padded(Act act, Town town) {
        int pad = act.pad() == null ? 0 : act.pad();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pad; i++) {
            if (i == pad / 2) {
                text.append(act.text()).append('\n');
            }
            Filler source = filler.get((i * 5 + act.title().length()) % filler.size());
            text.append("Affaire n° ")
                    .append(30 + i)
                    .append(". ")
                    .append(source.title())
                    .append(".\n\n");
            text.append(filled(source, town, i)).append('\n');
        }
        return pad == 0 ? act.text() : text.toString();
    }

    private static String filled(Filler source, Town town, int number) {
        return source.text().replace("{commune}", town.name()).replace("{number}", String.valueOf(11 + 7 * number));
    }
}
