/**
 * The command line: {@link vigie.cli.Main} and one class per command. Results go to standard output, progress and logs
 * to standard error; what users read comes from {@code messages*.properties}.
 */
@org.jspecify.annotations.NullMarked
package vigie.cli;
