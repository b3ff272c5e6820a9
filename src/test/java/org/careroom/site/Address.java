package org.careroom.site;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An address that a controller answers.
 *
 * @param method GET or POST
 * @param pattern its path, with variables in braces
 */
public record Address(String method, String pattern) {

    /** All that the application answers, monitoring and files apart; each in each of its methods. */
    public static List<Address> all(RequestMappingHandlerMapping controllers) {
        return controllers.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> new Address(method, pattern.replaceAll("\\{(\\w+):[^}]*}}?", "{$1}")))))
                .distinct()
                .toList();
    }

    public boolean isGet() {
        return method.equals("GET");
    }

    /** The path with the variables' values in place; those without one get the one of {@code ""}. */
    public String path(Map<String, String> values) {
        String path = pattern;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return path.replaceAll("\\{\\w+}", values.getOrDefault("", "unknown"));
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
