package vigie.reports.bundle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle holds and what its citations rest on: {@code manifest.json}, a Data Package (Frictionless) with fields of
 * our own.
 *
 * @param profile {@link #PROFILE}
 * @param name of the package: lower case, digits, hyphens
 * @param created when the report was made
 * @param index version of the index that it was made from
 * @param resources every file but the manifest and the list of sums
 */
record Manifest(
        String profile,
        String name,
        String title,
        Instant created,
        String index,
        List<Resource> resources,
        List<Cited> citations) {

    /** What tells a manifest of ours, and the version of its form. */
    static final String PROFILE = "vigie-bundle-1";

    static final String FILE = "manifest.json";
    static final String SUMS = "SHA256SUMS";
    static final String DOCUMENTS = "documents.jsonl";

    Manifest {
        resources = List.copyOf(resources);
        citations = List.copyOf(citations);
    }

    /**
     * A file.
     *
     * @param hash {@code sha256:} and lower-case hex
     * @param capture what was captured, for a file of the archive, or null
     */
    record Resource(
            String path, long bytes, String hash, @Nullable Captured capture) {}

    /**
     * What a WARC file of one record holds.
     *
     * @param sha256 of the payload
     * @param citations numbers of those that cite it
     */
    record Captured(String url, Instant fetched, String sha256, List<Integer> citations) {

        Captured {
            citations = List.copyOf(citations);
        }
    }

    /**
     * What a citation rests on.
     *
     * @param document id of its line in {@code documents.jsonl}
     * @param start of the quote in the document's text, in UTF-16 units
     * @param end after its last letter
     * @param sha256 of the quote as it stands there, names of people included, in UTF-8
     * @param quote as the report shows it, names of people masked
     */
    record Cited(int number, String claim, String document, int start, int end, String sha256, String quote) {}
}
