package org.careroom.database;

import java.nio.file.Path;

/** Another Careroom runs on this data folder; it is left alone, and this one does not start. */
class DataFolderInUse extends RuntimeException {

    private final transient Path folder;

    DataFolderInUse(Path folder) {
        super("Another Careroom is running on the data folder " + folder);
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }
}
