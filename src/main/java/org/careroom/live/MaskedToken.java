package org.careroom.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A CSRF token as pages carry it: random bytes and then the token combined with them by exclusive or, in Base64, so that it
 * looks different in every answer (the form of Spring Security's XorCsrfTokenRequestAttributeHandler, against BREACH).
 */
final class MaskedToken {

    private MaskedToken() {}

    static boolean matches(@Nullable String token, String masked) {
        if (token == null) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(masked);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        byte[] expected = token.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != 2 * expected.length) {
            return false;
        }
        byte[] unmasked = new byte[expected.length];
        for (int i = 0; i < unmasked.length; i++) {
            unmasked[i] = (byte) (bytes[i] ^ bytes[i + unmasked.length]);
        }
        return MessageDigest.isEqual(expected, unmasked);
    }
}
