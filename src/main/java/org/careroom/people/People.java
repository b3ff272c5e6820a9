package org.careroom.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who people are: looks up the persons behind ids and e-mail addresses. It asks no rule, so what it tells is for modules, not for pages. */
@Service
@Transactional(readOnly = true)
public class People {

    private final AccountRepository accounts;

    People(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** @throws NotFound when there is no such account */
    public Person person(PersonId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    public Optional<Person> find(PersonId id) {
        return accounts.findById(id.value()).map(Account::person);
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
