package vigie.model.config;

import java.util.Optional;
import java.util.Set;

/**
 * What entries may refer to.
 *
 * @param contexts ids of the context groups; empty where their file is broken, and then nothing is said about them
 * @param vendors ids of the vendors
 */
record References(Optional<Set<String>> contexts, Set<String> vendors) {}
