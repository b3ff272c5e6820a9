package org.careroom.database;

import java.io.IOException;
import java.sql.SQLException;
import org.careroom.database.OwnDatabaseConfiguration.NoOtherDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Brings along a PostgreSQL where {@code spring.datasource.url} names no other. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoOtherDatabase.class)
class OwnDatabaseConfiguration {

    @Bean
    OwnPostgres ownPostgres(DataSettings settings) throws IOException, SQLException {
        return OwnPostgres.start(settings.folder());
    }

    @Bean
    OwnDatabase ownDatabase(OwnPostgres postgres) {
        return postgres.database();
    }

    static final class NoOtherDatabase implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
