package org.careroom.clients;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What clients an organization has, and the storing of many at once: each in as many statements, however many they are. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClientStock {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClientStock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new client, checked. */
    record Entry(ClientDescription description, PersonId provider) {}

    /** Those of the addresses that clients of the organization have. */
    Set<String> taken(OrganizationId organization, Collection<String> emails) {
        return Set.copyOf(jdbc.sql("""
                        select email from client where organization_id = :organization and email = any(:emails)
                          and email <> ''""")
                .param("organization", organization.value())
                .param("emails", emails.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** The {@linkplain #key keys} of the organization's clients who have one of the phones and no address. */
    Set<String> withoutAddress(OrganizationId organization, Collection<String> phones) {
        return jdbc
                .sql("""
                        select c.name, c.phone from client_word w join client c on c.id = w.client_id
                        where w.organization_id = :organization and w.word = any(:digits) and c.email = ''""")
                .param("organization", organization.value())
                .param("digits", phones.stream().map(ClientStock::digits).toArray(String[]::new))
                .query((row, number) -> key(row.getString("name"), row.getString("phone")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** By which somebody without an address is known again: whoever has the same name and number. */
    static String key(String name, String phone) {
        return name.toLowerCase(Locale.ROOT) + " " + digits(phone);
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }

    void enter(Person by, OrganizationId organization, List<Entry> entries) {
        UUID[] ids = entries.stream().map(entry -> Id.next()).toArray(UUID[]::new);
        jdbc.sql("""
                        insert into client (id, organization_id, name, email, phone, provider_id, chat_on, form_key,
                                            since, added_by, changed_at, changed_by)
                        select id, :organization, name, email, phone, provider, true, id, :now, :by, :now, :by
                        from unnest(:ids, :names, :emails, :phones, :providers) e (id, name, email, phone, provider)
                        """)
                .param("organization", organization.value())
                .param("by", by.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids)
                .param("names", texts(entries, ClientDescription::name))
                .param("emails", texts(entries, ClientDescription::email))
                .param("phones", texts(entries, ClientDescription::phone))
                .param(
                        "providers",
                        entries.stream().map(entry -> entry.provider().value()).toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        insert into client_person (client_id, organization_id, person_id, sort_name)
                        select id, organization_id, provider_id, sort_name from client where id = any(:ids)
                        """).param("ids", ids).update();
        enterWords(organization, ids, entries);
    }

    private void enterWords(OrganizationId organization, UUID[] ids, List<Entry> entries) {
        List<UUID> of = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int entry = 0; entry < ids.length; entry++) {
            ClientDescription is = entries.get(entry).description();
            for (String word : ClientWords.of(is.name(), is.email(), is.phone())) {
                of.add(ids[entry]);
                words.add(word);
            }
        }
        jdbc.sql("""
                        insert into client_word (organization_id, word, client_id)
                        select :organization, word, id from unnest(:words, :ids) w (word, id)
                        """)
                .param("organization", organization.value())
                .param("words", words.toArray(String[]::new))
                .param("ids", of.toArray(UUID[]::new))
                .update();
    }

    private static String[] texts(List<Entry> entries, Function<ClientDescription, String> part) {
        return entries.stream().map(entry -> part.apply(entry.description())).toArray(String[]::new);
    }
}
