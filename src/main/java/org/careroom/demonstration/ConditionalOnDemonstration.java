package org.careroom.demonstration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.careroom.database.ConditionalOnOwnDatabase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Only in the demonstration hospital: on Careroom's own database, unless it is turned off. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnOwnDatabase
@ConditionalOnProperty(name = "careroom.demonstration.enabled", matchIfMissing = true)
@interface ConditionalOnDemonstration {}
