package io.rimbalzo.cli;

import picocli.CommandLine.IVersionProvider;

/** {@code rimbalzo 0.1.0}, from the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"rimbalzo " + (version == null ? "(not packaged)" : version)};
    }
}
