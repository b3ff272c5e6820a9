package org.careroom.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.shared.Checked;
import org.careroom.shared.Digest;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;

/**
 * What a case is called and known by.
 *
 * @param unosId the number the United Network for Organ Sharing gave the donor; may be empty, as {@code matchId} and {@code
 *     opo} (the organ procurement organization) may
 * @param stage one of the case's stages; empty when it has none
 * @param tags some of the case's possible tags
 */
public record CaseDescription(String name, String unosId, String matchId, String opo, String stage, Set<String> tags) {

    private static final int LONGEST_ID = 40;

    /**
     * The same as it is kept.
     *
     * @throws Invalid at {@code name}, {@code unosId}, {@code matchId}, {@code opo}, {@code stage} or {@code tags}
     */
    CaseDescription checked(List<String> stages, List<String> possibleTags) {
        Checked<String> checkedName = Checked.of(() -> PlainText.line("name", name, PlainText.NAME));
        Checked<String> checkedUnos = Checked.of(() -> PlainText.lineOrEmpty("unosId", unosId, LONGEST_ID));
        Checked<String> checkedMatch = Checked.of(() -> PlainText.lineOrEmpty("matchId", matchId, LONGEST_ID));
        Checked<String> checkedOpo = Checked.of(() -> PlainText.lineOrEmpty("opo", opo, PlainText.NAME));
        Checked<String> checkedStage = Checked.of(() -> one("stage", stage, stages));
        Checked<Set<String>> checkedTags = Checked.of(() -> {
            tags.forEach(tag -> one("tags", tag, possibleTags));
            return tags;
        });
        Checked.all(checkedName, checkedUnos, checkedMatch, checkedOpo, checkedStage, checkedTags);
        return new CaseDescription(
                checkedName.get(),
                checkedUnos.get(),
                checkedMatch.get(),
                checkedOpo.get(),
                checkedStage.get(),
                checkedTags.get());
    }

    /**
     * What differs from another description, in the order of the form.
     *
     * @param field as the bundle's key {@code case.<field>} names it
     */
    record Difference(String field, String before, String after) {}

    List<Difference> differences(CaseDescription other) {
        return Stream.of(
                        new Difference("name", name, other.name),
                        new Difference("unosId", unosId, other.unosId),
                        new Difference("matchId", matchId, other.matchId),
                        new Difference("opo", opo, other.opo),
                        new Difference("stage", stage, other.stage),
                        new Difference("tags", joined(tags), joined(other.tags)))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }

    public String digest() {
        return Digest.of(String.join("\n", name, unosId, matchId, opo, stage, joined(tags)));
    }

    /**
     * Somebody changed it meanwhile: what differs from what this person wants is shown at its field.
     *
     * @throws Invalid always
     */
    void refuse(CaseDescription wanted) {
        Checked.all(differences(wanted).stream()
                .map(difference -> Checked.of(() -> {
                    throw new Invalid(difference.field(), Reason.of("case.describe.changed", difference.before()));
                }))
                .toArray(Checked<?>[]::new));
    }

    private static String joined(Set<String> tags) {
        return tags.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String one(String field, String chosen, List<String> choices) {
        boolean none = chosen.isEmpty() && choices.isEmpty();
        if (!none && !choices.contains(chosen)) {
            throw new Invalid(field, Reason.of("invalid.choice"));
        }
        return chosen;
    }
}
