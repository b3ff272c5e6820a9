package org.careroom.calls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a TURN server that shares a secret with us lets a browser in by, for a while
 * (draft-uberti-behave-turn-rest-00; coturn: use-auth-secret).
 */
record TurnCredential(String username, String password) {

    private static final String ALGORITHM = "HmacSHA1";

    /**
     * @param expiry after which it is worth nothing, in whole seconds
     * @param user which browser's it is
     */
    static TurnCredential of(Instant expiry, String user, String secret) {
        String username = expiry.getEpochSecond() + ":" + user;
        return new TurnCredential(
                username, Base64.getEncoder().encodeToString(mac(secret, username.getBytes(StandardCharsets.UTF_8))));
    }

    /** HMAC-SHA1 (RFC 2104). */
    static byte[] mac(String secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException every) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, every);
        }
    }
}
