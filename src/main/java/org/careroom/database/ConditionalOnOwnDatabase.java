package org.careroom.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.careroom.database.OwnDatabaseConfiguration.NoOtherDatabase;
import org.springframework.context.annotation.Conditional;

/** Only where Careroom runs on the PostgreSQL it brought along, so that nothing of it exists beside a real database. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(NoOtherDatabase.class)
public @interface ConditionalOnOwnDatabase {}
