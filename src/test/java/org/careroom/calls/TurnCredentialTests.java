package org.careroom.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Credentials for TURN servers, against what others computed; no server runs in the tests. */
class TurnCredentialTests {

    private static final Instant EXPIRY = Instant.ofEpochSecond(1_700_000_000);

    /** Computed by OpenSSL: {@code printf %s 1700000000:seat | openssl dgst -sha1 -hmac north -binary | base64}. */
    @Test
    void isWhatOpenSslComputes() {
        TurnCredential credential = TurnCredential.of(EXPIRY, "seat", "north");
        assertThat(credential.username()).isEqualTo("1700000000:seat");
        assertThat(credential.password()).isEqualTo("SUGKlOS2kyBTgI7vLqulWyiDae8=");
        assertThat(TurnCredential.of(
                                Instant.ofEpochSecond(2_000_000_000),
                                "0190b5a0-0000-7000-8000-000000000000",
                                "a longer secret with ümlaut")
                        .password())
                .isEqualTo("JQilctrA94mILP+5/1OO1uOF118=");
    }

    /** RFC 2202, 3, test case 2: key "Jefe", data "what do ya want for nothing?". */
    @Test
    void signsAsRfc2202Does() {
        byte[] signed = TurnCredential.mac("Jefe", "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(signed)).isEqualTo("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    }

    @Test
    void serversComeWithCredentialsThatLastAsLongAsConfigured() {
        CallSettings settings = new CallSettings(
                List.of(URI.create("stun:turn.example.org:3478")),
                List.of(
                        URI.create("turn:turn.example.org:3478"),
                        URI.create("turns:turn.example.org:5349?transport=tcp")),
                "north",
                Duration.ofHours(1));
        List<IceServers.IceServer> servers =
                new IceServers(settings, Clock.fixed(EXPIRY.minusSeconds(3600), ZoneOffset.UTC)).of("seat");
        assertThat(servers)
                .containsExactly(
                        new IceServers.IceServer(List.of("stun:turn.example.org:3478"), null, null),
                        new IceServers.IceServer(
                                List.of("turn:turn.example.org:3478", "turns:turn.example.org:5349?transport=tcp"),
                                "1700000000:seat",
                                "SUGKlOS2kyBTgI7vLqulWyiDae8="));
        assertThat(Base64.getDecoder().decode("SUGKlOS2kyBTgI7vLqulWyiDae8=")).hasSize(20);
    }

    @Test
    void settingsComeFromTheEnvironment() {
        Map<String, Object> environment = Map.of(
                "CAREROOM_CALLS_STUN",
                "stun:relay.example.org:3478",
                "CAREROOM_CALLS_TURN",
                "turn:relay.example.org:3478,turn:relay.example.org:3478?transport=tcp",
                "CAREROOM_CALLS_TURN_SECRET",
                "north",
                "CAREROOM_CALLS_CREDENTIAL_LIFE",
                "30m");
        CallSettings settings = new Binder(ConfigurationPropertySources.from(
                        new SystemEnvironmentPropertySource("systemEnvironment", environment)))
                .bind("careroom.calls", CallSettings.class)
                .get();
        assertThat(settings.turn()).hasSize(2);
        assertThat(settings.turnSecret()).isEqualTo("north");
        assertThat(settings.credentialLife()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void withoutServersThereAreNone() {
        CallSettings settings = new CallSettings(List.of(), List.of(), "", Duration.ofHours(1));
        assertThat(new IceServers(settings, Clock.systemUTC()).of("seat")).isEmpty();
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new CallSettings(
                        List.of(), List.of(URI.create("turn:turn.example.org")), "", Duration.ofHours(1)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new CallSettings(
                        List.of(URI.create("https://turn.example.org")), List.of(), "", Duration.ofHours(1)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new CallSettings(List.of(), List.of(), "", Duration.ofSeconds(1)));
    }
}
