package org.careroom.site;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;

/**
 * Forms are records: they take what their components name, and whatever else a request brings is passed over. Lists within
 * them are numbered 0, 1, 2 … without a gap, as {@code tasks[0].fields[1].label}.
 */
@ControllerAdvice
class FormBinding {

    private static final int LONGEST_LIST = 1_000;
    private static final Pattern INDEX = Pattern.compile("\\[([^\\]]*)]?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** @throws ServletRequestBindingException (400) when a list has a gap, or is numbered by something else */
    @InitBinder
    void bind(WebDataBinder binder, WebRequest request) throws ServletRequestBindingException {
        if (binder.getTargetType() == null) {
            return; // a single parameter, of which each request has some
        }
        binder.setDeclarativeBinding(true);
        binder.setAutoGrowCollectionLimit(LONGEST_LIST);
        Map<String, Set<Integer>> lists = new HashMap<>();
        for (Iterator<String> names = request.getParameterNames(); names.hasNext(); ) {
            number(names.next(), lists);
        }
        for (Set<Integer> numbers : lists.values()) {
            requireNoGap(numbers);
        }
    }

    private static void number(String name, Map<String, Set<Integer>> lists) throws ServletRequestBindingException {
        Matcher index = INDEX.matcher(name);
        while (index.find()) {
            if (!NUMBER.matcher(index.group(1)).matches()) {
                throw new ServletRequestBindingException("a list is numbered by something else than numbers");
            }
            lists.computeIfAbsent(name.substring(0, index.start()), unknown -> new TreeSet<>())
                    .add(Integer.valueOf(index.group(1)));
        }
    }

    private static void requireNoGap(Set<Integer> numbers) throws ServletRequestBindingException {
        int next = 0;
        for (int number : numbers) {
            if (number != next++) {
                throw new ServletRequestBindingException("a list has a gap");
            }
        }
    }
}
