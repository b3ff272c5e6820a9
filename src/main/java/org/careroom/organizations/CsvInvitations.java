package org.careroom.organizations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.people.EmailAddress;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.Person;
import org.careroom.shared.CsvTable;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invitations of many by CSV: a name and an e-mail address a line (product 1). Nothing given is lost: what cannot be invited is given back. */
@Service
@Transactional
public class CsvInvitations {

    private final Admins admins;
    private final MemberInvitations invitations;

    CsvInvitations(Admins admins, MemberInvitations invitations) {
        this.admins = admins;
        this.invitations = invitations;
    }

    /**
     * What came of a CSV.
     *
     * @param rest the lines that could not be invited, to be corrected
     */
    public record Sent(List<IssuedInvitation> invitations, String rest) {}

    /**
     * What each line would do.
     *
     * @throws Invalid at {@code csv} when it is empty, too long or cannot be read at all
     */
    @Transactional(readOnly = true)
    public List<CsvLine> preview(Person who, OrganizationId organization, String csv) {
        admins.organization(who, organization);
        CsvTable table = CsvTable.of("csv", csv);
        List<CsvLine> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CsvTable.Line line : table.lines()) {
            if (!isHeading(line)) {
                lines.add(checked(organization, line, table.separator(), seen));
            }
        }
        if (lines.isEmpty()) {
            throw new Invalid("csv", Reason.of("invalid.empty"));
        }
        return lines;
    }

    /** Invites those that can be. */
    public Sent send(Person who, OrganizationId organization, String csv) {
        admins.lock(who, organization);
        List<CsvLine> lines = preview(who, organization, csv);
        List<IssuedInvitation> sent = lines.stream()
                .filter(CsvLine::good)
                .map(line -> invitations.invite(who, organization, line.email(), line.name()))
                .toList();
        String rest =
                lines.stream().filter(line -> !line.good()).map(CsvLine::text).collect(Collectors.joining("\n"));
        return new Sent(sent, rest);
    }

    private CsvLine checked(OrganizationId organization, CsvTable.Line line, char separator, Set<String> seen) {
        List<String> cells = line.cells().stream().map(String::strip).toList();
        String email =
                cells.stream().filter(cell -> cell.contains("@")).findFirst().orElse("");
        String name =
                cells.stream().filter(cell -> !cell.contains("@")).findFirst().orElse("");
        Reason refusal = hasTooMuch(cells) ? Reason.of("invite.refused.cells") : refusal(organization, name, email);
        if (refusal == null && !seen.add(EmailAddress.normalized(email))) {
            refusal = Reason.of("invite.refused.twice");
        }
        String text = line.cells().stream()
                .map(CsvInvitations::quoted)
                .collect(Collectors.joining(String.valueOf(separator)));
        return new CsvLine(line.number(), text, name, email, refusal);
    }

    /** A name and an address are all that is read of a line; nothing else is left out silently. */
    private static boolean hasTooMuch(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isEmpty()).count() > 2
                || cells.stream().filter(cell -> cell.contains("@")).count() > 1;
    }

    private @Nullable Reason refusal(OrganizationId organization, String name, String email) {
        if (email.isEmpty()) {
            return Reason.of("invite.refused.missing");
        }
        try {
            PlainText.lineOrEmpty("name", name, PlainText.NAME);
            return invitations.refusal(organization, EmailAddress.checked("email", email));
        } catch (Invalid invalid) {
            return invalid.reason();
        }
    }

    private static boolean isHeading(CsvTable.Line line) {
        return line.number() == 1
                && line.cells().stream().noneMatch(cell -> cell.contains("@"))
                && line.cells().stream()
                        .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(cell -> cell.equals("name") || cell.matches("e-?mail.*"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",;\t\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
