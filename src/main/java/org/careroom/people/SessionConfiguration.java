package org.careroom.people;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions are kept in PostgreSQL, so that they survive a restart and any node answers; see {@link QuietSessions}. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    /**
     * Reading needs no transaction of its own; {@link QuietSessions} opens one for writing. Removes expired ones by itself.
     * As the last gesture may stay unwritten for a while, a session lives that much longer than the last one written.
     */
    @Bean(defaultCandidate = false)
    JdbcIndexedSessionRepository storedSessions(
            JdbcOperations jdbc, @Value("${spring.session.timeout:30m}") Duration idle) {
        var stored = new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
        stored.setDefaultMaxInactiveInterval(idle.plus(QuietSession.PRECISION));
        return stored;
    }

    @Bean
    SessionRepository<?> quietSessions(
            @Qualifier("storedSessions") JdbcIndexedSessionRepository stored, PlatformTransactionManager transactions) {
        TransactionTemplate writing = new TransactionTemplate(transactions);
        writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new QuietSessions<>(stored, writing);
    }

    @Bean
    CookieSerializer sessionCookie(PublicLinks links) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("careroom");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(links.encrypted());
        return cookie;
    }
}
