/**
 * Careroom: each package below is one of the product's nouns and a module with its allowed dependencies.
 *
 * <p>Several people change the same things at the same time. So that they wait for each other and never in a ring, which
 * PostgreSQL would end by failing one of them, every transaction locks in this order:
 *
 * <ol>
 *   <li>what a form makes only once;
 *   <li>the organization: to itself where memberships of it change, shared where somebody counts on them ({@code
 *       Members.hold});
 *   <li>the pair whose room of two is found or made;
 *   <li>the case ({@code CaseDoor});
 *   <li>the client ({@code ClientDoor}), behind the named lock of the organization's clients where an address is taken;
 *   <li>rooms ({@code RoomDoor}), several in the order of their ids, but a case's own before those of its groups, and all
 *       of them before one is changed ({@code CaseRooms.lock});
 *   <li>the clinic's settings ({@code ClinicDoor});
 *   <li>the call ({@code CallStore}), and behind it the seats in it;
 *   <li>the consultation, several in the order of their ids, and last the clinic's counter of changes ({@code WaitingNews});
 *   <li>what belongs to these: invitations, members, participants, messages, who has to do with a case
 *       ({@code CasePeople}), what the lists of conversations sort by ({@code ConversationIndex}), several in the order of their
 *       rooms' ids.
 * </ol>
 *
 * What is decided by is read behind the lock, not before it. Whoever lets somebody in who was in the room before, or is asked
 * into it, needs the room's lock alone: a deactivation takes that too. Only what concerns nobody else, such as how far
 * somebody has read, is changed without one.
 */
@NullMarked
package org.careroom;

import org.jspecify.annotations.NullMarked;
