package org.careroom.generalrooms.web;

import org.careroom.organizations.AdminPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the group rooms into the sub-navigation of an admin's settings. */
@Configuration(proxyBeanMethods = false)
class OversightPage {

    @Bean
    AdminPage groupRooms() {
        return new AdminPage("rooms", "bi-chat-square-text", "/settings/rooms");
    }
}
