package org.careroom.shared;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that every module asks, in whole milliseconds, which PostgreSQL keeps, so that a time read back is the time written. */
@Configuration(proxyBeanMethods = false)
class SystemTime {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
