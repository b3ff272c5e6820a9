package org.careroom.database;

import java.nio.file.Path;

/**
 * Says that this Careroom runs on the PostgreSQL it brought along, so that it is a demonstration: there is a bean of this
 * type then, and none where {@code spring.datasource.url} names a real database. A module that does something for the
 * demonstration only takes an {@code ObjectProvider<OwnDatabase>} and asks whether it is there.
 *
 * @param folder the data folder that holds the database
 */
public record OwnDatabase(Path folder) {}
