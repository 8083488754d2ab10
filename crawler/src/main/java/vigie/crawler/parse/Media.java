package vigie.crawler.parse;

/**
 * What a payload is.
 *
 * @param kind which reader it is for
 * @param type its media type, without parameters
 */
record Media(Kind kind, String type) {

    enum Kind {
        HTML,
        XML,
        TEXT,
        PDF,
        /** Word processing, sheets and slides: zip and OLE2 containers, RTF. */
        OFFICE,
        /** Papers that were photographed or scanned, and pictures: JPEG, PNG, TIFF. */
        IMAGE,
        /** Nothing that we read. */
        OTHER
    }
}
