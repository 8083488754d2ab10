package vigie.cli;

import picocli.CommandLine.IVersionProvider;

/** Which Vigie this is. */
final class Version implements IVersionProvider {

    /** The version of the build. */
    static String text() {
        String built = Version.class.getPackage().getImplementationVersion();
        return built == null ? "0.1.0" : built;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"vigie " + text() + " (Java " + Runtime.version().feature() + ")"};
    }
}
