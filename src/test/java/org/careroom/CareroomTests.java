package org.careroom;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.careroom.database.OwnDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** The application as a whole starts, on the database that is configured and on no other. */
@CareroomTest
class CareroomTests {

    @Autowired
    private DataSource database;

    @Autowired
    private ObjectProvider<OwnDatabase> ownDatabase;

    @Test
    void usesTheConfiguredDatabaseAndBringsNoneAlong() throws Exception {
        try (var connection = database.getConnection()) {
            assertThat(connection.getMetaData().getURL()).startsWith(System.getProperty("spring.datasource.url"));
        }
        assertThat(ownDatabase.getIfAvailable()).isNull();
    }
}
