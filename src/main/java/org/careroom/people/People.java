package org.careroom.people;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who people are: looks up the persons behind ids and e-mail addresses. It asks no rule, so what it tells is for modules, not for pages. */
@Service
@Transactional(readOnly = true)
public class People {

    private final AccountRepository accounts;
    private final JdbcClient jdbc;

    People(AccountRepository accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** @throws NotFound when there is no such account */
    public Person person(PersonId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    public Optional<Person> find(PersonId id) {
        return accounts.findById(id.value()).map(Account::person);
    }

    /** Like {@link #find}, in one plain statement, as every request asks it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<Person> asking(PersonId id) {
        return jdbc.sql("select id, name, email, kind, premium, operator, language, zone from account where id = ?")
                .param(id.value())
                .query((row, number) -> new Person(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("email"),
                        Person.Kind.valueOf(row.getString("kind")),
                        row.getBoolean("premium"),
                        row.getBoolean("operator"),
                        Locale.forLanguageTag(row.getString("language")),
                        ZoneId.of(row.getString("zone"))))
                .optional();
    }

    /** The person with this address, which may be written in any case. */
    public Optional<Person> findByEmail(String email) {
        return accounts.findByEmail(EmailAddress.normalized(email)).map(Account::person);
    }

    /** The persons with these addresses, in no order; addresses without an account are left out. */
    public List<Person> findByEmails(Collection<String> emails) {
        return accounts
                .findByEmailIn(emails.stream().map(EmailAddress::normalized).toList())
                .stream()
                .map(Account::person)
                .toList();
    }

    /** Those whose accounts are premium by themselves, by name. */
    public List<Person> premium() {
        return accounts.findByPremiumTrueOrderByNameAscIdAsc().stream()
                .map(Account::person)
                .toList();
    }

    /** The persons with these ids by their id; unknown ids are left out. */
    public Map<PersonId, Person> named(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return accounts.findByIdIn(ids.stream().map(PersonId::value).distinct().toList()).stream()
                .map(Account::person)
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
