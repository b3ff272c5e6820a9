package org.careroom.site;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web server needs and no setting reaches. */
@Configuration(proxyBeanMethods = false)
class WebServer {

    /** A request that waits for a stuck query must not hold up the end of the application; Tomcat would wait 5 s for it. */
    @Bean
    TomcatConnectorCustomizer endSoon() {
        return connector -> connector.setProperty("executorTerminationTimeoutMillis", "500");
    }
}
