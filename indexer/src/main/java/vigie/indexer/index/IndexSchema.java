package vigie.indexer.index;

import java.util.List;

/**
 * The names in the index.
 *
 * <p>Each Lucene document has a {@link #TYPE}. What belongs to one source document lies in one block, in this order: its
 * passages, its claims, the document itself; a new version replaces the whole block. All other records have an id of
 * their own.
 */
public final class IndexSchema {

    /** Raised when an index written before can no longer be read or continued. */
    public static final String VERSION = "7";

    /** What the Lucene document holds: one of the {@code TYPE_} constants. */
    public static final String TYPE = "type";

    public static final String TYPE_DOCUMENT = "document";
    public static final String TYPE_PASSAGE = "passage";
    public static final String TYPE_CLAIM = "claim";
    public static final String TYPE_DEPLOYMENT = "deployment";
    public static final String TYPE_SOURCE = "source";
    /** An address that the last try could not get. */
    public static final String TYPE_ATTEMPT = "attempt";

    /** Unique id of every Lucene document but passages. */
    public static final String ID = "id";
    /** Id of the source document whose block this is. */
    public static final String DOCUMENT = "document";
    /** The record as JSON, stored. */
    public static final String RECORD = "record";

    /**
     * All words of body, title and publisher, as they are written, folded; beside a word whose stem is another, at the
     * same position, {@link #STEM} and the stem.
     */
    public static final String WORDS = "text";
    /** What a term begins with that is a stem and was not written. */
    public static final char STEM = '\u0001';
    /** Stems of the title alone. */
    public static final String TITLE = "title";

    /** Stored text of a passage. */
    public static final String PASSAGE = "passage";
    /** Stored offset of a passage in its document's text. */
    public static final String START = "start";
    /** Stored number of characters at the beginning of a passage that end a word of the passage before, if any do. */
    public static final String CUT = "cut";
    /** Stored page of a passage, where there are pages. */
    public static final String PAGE = "page";
    /** Doc value of a document: {@link Block}. */
    public static final String BLOCK = "block";
    /** Doc value of a document: {@link Shown}. */
    public static final String SHOWN = "shown";

    /** INSEE codes: of the publisher and of the claims. */
    public static final String COMMUNE = "commune";
    /** Names of those communes, folded. */
    public static final String COMMUNE_NAME = "commune-name";

    public static final String DEPARTEMENT = "departement";
    public static final String REGION = "region";
    /** Vendors and integrators. */
    public static final String VENDOR = "vendor";

    public static final String PRODUCT = "product";
    public static final String TECHNOLOGY = "technology";
    /** Ids of the functions that claims name. */
    public static final String FUNCTION = "function";

    public static final String STAGE = "stage";
    public static final String MODALITY = "modality";
    public static final String SOURCE = "source";
    public static final String KIND = "kind";
    public static final String OUTCOME = "outcome";
    public static final String YEAR = "year";
    /** Month of a document's date, where it is known, or of an attempt's address, where that tells one: {@code YYYY-MM}. */
    public static final String MONTH = "month";
    /** What an attempt's address counts as in the ledger: a {@link vigie.model.CoverageState}. */
    public static final String STATE = "state";
    /** First day that the date can mean, as days since 1970: point and doc value. */
    public static final String DATE = "date";
    /** When the capture was fetched, in milliseconds since 1970: doc value. */
    public static final String FETCHED = "fetched";

    /** Doc values of a document: {@link vigie.model.Presence}, times in milliseconds since 1970. */
    public static final String FIRST_SEEN = "first-seen";

    public static final String LAST_SEEN = "last-seen";
    public static final String VERSIONS = "versions";
    /** The first 64 bits of the digest of the newest version. */
    public static final String VERSION_DIGEST = "version-digest";
    /** Stored, where there was more than one version: all of them as JSON, the newest as it was when it was new. */
    public static final String VERSION_LIST = "version-list";
    /** 0 while the document is online. */
    public static final String VANISHED = "vanished";
    /** The address that was asked for, where another one answered. */
    public static final String ASKED = "asked";

    public static final String CONFIDENCE = "confidence";

    /** Fields of documents by which hits can be filtered and counted. */
    public static final List<String> FACETS = List.of(
            COMMUNE, DEPARTEMENT, REGION, VENDOR, PRODUCT, TECHNOLOGY, FUNCTION, STAGE, SOURCE, KIND, OUTCOME, YEAR);

    /** Words between body and title, so that no phrase runs over the edge; also the greatest slop. */
    public static final int GAP = 100;

    private IndexSchema() {}
}
