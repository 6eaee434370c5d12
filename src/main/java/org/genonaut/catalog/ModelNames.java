package org.genonaut.catalog;

/** How the catalog writes a file's path, whatever the system it lies on. */
final class ModelNames {

    static final int MAX_LENGTH = 400;

    private ModelNames() {}

    static String ofBackend(String name) {
        return name.replace('\\', '/');
    }

    /** What people call a model of whose title nothing is known: its file's name. */
    static String title(String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        var dot = file.lastIndexOf('.');
        return (dot > 0 ? file.substring(0, dot) : file).replace('_', ' ').strip();
    }
}
