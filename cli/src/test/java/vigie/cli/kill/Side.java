package vigie.cli.kill;

/** On which side of a change of files the process ends. */
public enum Side {
    BEFORE,
    /** In the middle: half of the bytes are written. */
    WITHIN,
    AFTER
}
