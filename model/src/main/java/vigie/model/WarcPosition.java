package vigie.model;

/**
 * Where a capture lies in the archive.
 *
 * @param file name of the WARC file inside the archive directory
 * @param offset of the record's gzip member, in bytes
 */
public record WarcPosition(String file, long offset) {}
