package org.careroom.people.web;

import java.util.List;
import org.careroom.people.CurrentIdentity;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Identity;
import org.careroom.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Controllers get who is asking as a parameter: a {@link Person} who is signed in, or, where guests may come too, an {@link Identity}. */
@Component
class AskingArguments implements WebMvcConfigurer {

    private final CurrentPerson currentPerson;
    private final CurrentIdentity currentIdentity;

    AskingArguments(CurrentPerson currentPerson, CurrentIdentity currentIdentity) {
        this.currentPerson = currentPerson;
        this.currentIdentity = currentIdentity;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskingArgument<>(Person.class, currentPerson::of));
        resolvers.add(new AskingArgument<>(Identity.class, currentIdentity::of));
    }
}
