package org.careroom.clients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.EmailAddress;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Checked;
import org.careroom.shared.CsvTable;
import org.careroom.shared.Invalid;
import org.careroom.shared.NamedLocks;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds many clients from a CSV: name, e-mail, phone, provider. Nothing is stored while one line is wrong. */
@Service
@Transactional
public class ClientImport {

    /** The longest text, in characters: the most lines with long names and addresses in them. */
    private static final int LONGEST = 600_000;

    private static final int MOST_LINES = 5_000;

    private final ClientDoor door;
    private final ClientStaff staff;
    private final ClientStock stock;
    private final Members members;
    private final People people;
    private final NamedLocks locks;

    ClientImport(
            ClientDoor door, ClientStaff staff, ClientStock stock, Members members, People people, NamedLocks locks) {
        this.door = door;
        this.staff = staff;
        this.stock = stock;
        this.members = members;
        this.people = people;
        this.locks = locks;
    }

    /**
     * What each line would do.
     *
     * @throws NotFound unless who is asking is an active member of the organization
     * @throws Invalid at {@code csv} when it is empty, too long or cannot be read at all
     */
    @Transactional(readOnly = true)
    public ImportPreview preview(Person who, OrganizationId organization, String csv) {
        return new ImportPreview(
                read(who, organization, csv).stream().map(Read::line).toList());
    }

    /**
     * Adds them, all or, when a line is wrong, none: then the preview is not {@linkplain ImportPreview#complete complete}.
     *
     * @throws NotFound unless who is asking is an active member of the organization
     * @throws Invalid at {@code csv} when it is empty, too long or cannot be read at all
     */
    public ImportPreview save(Person who, OrganizationId organization, String csv) {
        locks.lock("clients of " + organization);
        members.hold(organization);
        List<Read> read = read(who, organization, csv);
        ImportPreview preview = new ImportPreview(read.stream().map(Read::line).toList());
        if (preview.complete()) {
            stock.enter(
                    who,
                    organization,
                    read.stream()
                            .map(one ->
                                    new ClientStock.Entry(Objects.requireNonNull(one.description()), one.provider()))
                            .toList());
        }
        return preview;
    }

    /**
     * A line as it was given, and what it would be kept as.
     *
     * @param description null when it cannot be taken
     */
    private record Read(ImportLine line, @Nullable ClientDescription description, PersonId provider) {}

    private List<Read> read(Person who, OrganizationId organization, String csv) {
        ClientRules.Asker asker = door.asker(who, organization);
        CsvTable table = CsvTable.of("csv", csv, LONGEST, LONGEST);
        ImportColumns columns = ImportColumns.of(table.lines().get(0));
        List<CsvTable.Line> lines =
                columns.named() ? table.lines().subList(1, table.lines().size()) : table.lines();
        if (lines.isEmpty()) {
            throw new Invalid("csv", Reason.of("invalid.empty"));
        }
        if (lines.size() > MOST_LINES) {
            throw new Invalid("csv", Reason.of("csv.many", MOST_LINES));
        }
        Known known = known(organization, columns, lines);
        return lines.stream()
                .map(line -> read(who, asker, columns, line, known))
                .toList();
    }

    /**
     * What the lines are compared with, all of it asked at once.
     *
     * @param staff the addresses that are staff's
     * @param taken the addresses that clients of the organization have
     * @param nameless clients of the organization without an address, by name and digits of the phone
     * @param providers the active members who are named, by address
     * @param seen the lines that the addresses, and what is like {@code nameless}, stood in before
     */
    private record Known(
            Set<String> staff,
            Set<String> taken,
            Set<String> nameless,
            Map<String, PersonId> providers,
            Map<String, Long> seen) {}

    private Known known(OrganizationId organization, ImportColumns columns, List<CsvTable.Line> lines) {
        Set<String> emails = cells(columns, lines, ImportColumns.Column.EMAIL);
        Set<String> phones = cells(columns, lines, ImportColumns.Column.PHONE);
        return new Known(
                people.findByEmails(emails).stream()
                        .filter(Person::isStaff)
                        .map(Person::email)
                        .collect(Collectors.toSet()),
                stock.taken(organization, emails),
                stock.withoutAddress(organization, phones),
                staff.active(organization, cells(columns, lines, ImportColumns.Column.PROVIDER)),
                new HashMap<>());
    }

    private static Set<String> cells(ImportColumns columns, List<CsvTable.Line> lines, ImportColumns.Column column) {
        return lines.stream()
                .map(line -> EmailAddress.normalized(columns.cell(line, column)).replace("\0", ""))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Read read(Person who, ClientRules.Asker asker, ImportColumns columns, CsvTable.Line line, Known known) {
        ClientDescription given = new ClientDescription(
                columns.cell(line, ImportColumns.Column.NAME),
                columns.cell(line, ImportColumns.Column.EMAIL),
                columns.cell(line, ImportColumns.Column.PHONE));
        String named = columns.cell(line, ImportColumns.Column.PROVIDER);
        Checked<ClientDescription> description = Checked.of(given::checked);
        Checked<PersonId> provider = Checked.of(() -> provider(who, asker, named, known));
        List<Reason> wrong = new ArrayList<>(description.wrong().values());
        wrong.addAll(provider.wrong().values());
        if (columns.hasTooMuch(line)) {
            wrong.add(Reason.of("client.import.cells"));
        }
        if (description.wrong().isEmpty()) {
            wrong.addAll(clashes(description.get(), line.number(), known));
        }
        return new Read(
                new ImportLine(line.number(), given, named, wrong),
                wrong.isEmpty() ? description.get() : null,
                provider.or(who.id()));
    }

    private static PersonId provider(Person who, ClientRules.Asker asker, String named, Known known) {
        String email = EmailAddress.normalized(named);
        if (email.isEmpty() || email.equals(who.email())) {
            return who.id();
        }
        if (!ClientRules.choosesProvider(asker)) {
            throw new Invalid("provider", Reason.of("client.provider.own"));
        }
        PersonId provider = known.providers().get(email);
        if (provider == null) {
            throw new Invalid("provider", Reason.of("client.provider.unknown"));
        }
        return provider;
    }

    /** With staff, with clients that are there, and with lines before. */
    private static List<Reason> clashes(ClientDescription description, long number, Known known) {
        boolean addressed = !description.email().isEmpty();
        String key = addressed ? description.email() : ClientStock.key(description.name(), description.phone());
        List<Reason> clashes = new ArrayList<>();
        if (known.staff().contains(description.email())) {
            clashes.add(Reason.of("client.email.staff"));
        }
        if (addressed && known.taken().contains(key)) {
            clashes.add(Reason.of("client.email.taken"));
        }
        if (!addressed && known.nameless().contains(key)) {
            clashes.add(Reason.of("client.import.known"));
        }
        Long before = known.seen().putIfAbsent(key.toLowerCase(Locale.ROOT), number);
        if (before != null) {
            clashes.add(Reason.of("client.import.twice", before));
        }
        return clashes;
    }
}
