package org.careroom.clients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what a client is found: what is searched for begins a word of the name, the e-mail address, or the phone's digits
 * anywhere in it.
 */
final class ClientWords {

    private static final int MOST_SEARCHED = 8;

    /** What only a telephone number looks like, or a part of one. */
    private static final Pattern PHONE = Pattern.compile("[+0-9 ()./-]*[0-9][+0-9 ()./-]*");

    private ClientWords() {}

    /** What is kept of a client to be found by. */
    static Set<String> of(String name, String email, String phone) {
        Set<String> words = new LinkedHashSet<>(words(name));
        if (!email.isEmpty()) {
            words.add(email);
        }
        String digits = digits(phone);
        for (int from = 0; from < digits.length(); from++) {
            words.add(digits.substring(from));
        }
        return words;
    }

    /** What somebody looks for, each of which has to begin one of the client's words; nothing when they look for nothing. */
    static List<String> searched(String query) {
        String typed = query.replace("\0", "").strip();
        if (PHONE.matcher(typed).matches()) {
            return List.of(significant(typed));
        }
        List<String> searched = new ArrayList<>();
        for (String word : words(typed)) {
            searched.add(PHONE.matcher(word).matches() ? significant(word) : word);
        }
        return searched.stream().limit(MOST_SEARCHED).toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Zeros at the beginning lead out of a town or a country; another writes that number with a plus, or without. */
    private static String significant(String typed) {
        String digits = digits(typed);
        String significant = digits.replaceFirst("^0+", "");
        return significant.isEmpty() ? digits : significant;
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
