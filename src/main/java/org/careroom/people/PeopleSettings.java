package org.careroom.people;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this installation is reached.
 *
 * @param publicUrl the address that stands in all links (product 1), such as {@code https://care.example.org}
 * @param proxies networks (CIDR) of the proxies whose X-Forwarded-For is believed when sign-in attempts are counted
 * @param mailFrom the sender of mails, where mail is configured
 */
@Validated
@ConfigurationProperties("careroom")
record PeopleSettings(
        @NotNull @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue List<String> proxies,
        @DefaultValue("careroom@localhost") String mailFrom) {

    PeopleSettings {
        String scheme = publicUrl.getScheme();
        if (publicUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("careroom.public-url has to be an http or https address: " + publicUrl);
        }
    }
}
