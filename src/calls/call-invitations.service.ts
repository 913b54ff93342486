import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Cases } from '../cases/case.service.js';
import { CaseViews } from '../cases/case-views.js';
import { staffActor } from '../cases/timeline-actors.js';
import { Clock } from '../config/clock.js';
import type { GuestInvitation, GuestPass, InviteGuest, OpenInvitation } from '../contracts/index.js';
import type { CommissionCaller, GuestCaller } from '../identity/caller.js';
import { GuestPasses } from '../identity/guest-passes.js';
import { hashToken, newToken } from '../identity/tokens.js';
import { CallInvitation, CallParticipant, CallRow } from './call.entity.js';
import {
  callIdTaken,
  callNotFound,
  fullCall,
  invitationNotFound,
  invitationSpent,
  notOngoing,
} from './call.errors.js';
import { isIn, MOST_GUESTS } from './call.rule.js';
import { Calls } from './call.service.js';
import { callEntry, leave, participantsOf } from './call-record.js';
import { isOpen, OPEN_STATES } from './call-transitions.rule.js';

/** Path of the page for guests. */
export const GUEST_PAGE = '/guest/';

/** Invites interpreters and relatives: a link that can be opened once, then a pass valid for the call. */
@Injectable()
export class CallInvitations extends GuestPasses {
  constructor(
    private readonly calls: Calls,
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly clock: Clock,
  ) {
    super();
  }

  /**
   * Makes a link for a guest. Its token is returned once and stored as a hash.
   * @throws ProblemException not-found, wrong-state (not ongoing, or full), conflict (the id is used)
   */
  async invite(
    commission: CommissionCaller,
    caseId: string,
    callId: string,
    { id, name, guest, minutes }: InviteGuest,
  ): Promise<GuestInvitation> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + minutes * 60_000);
    await this.calls.act(
      commission,
      caseId,
      callId,
      'invite-guest',
      async ({ call, participants }, manager) => {
        if (call.commissionId !== commission.commissionId) throw callNotFound();
        if (!isOpen(call.state)) throw notOngoing();
        if (guestsIn(participants) >= MOST_GUESTS) throw fullCall();
        // The guest's seat will have the same id, which ties it to the invitation.
        if (await manager.existsBy(CallInvitation, { id })) throw callIdTaken();
        if (await manager.existsBy(CallParticipant, { id })) throw callIdTaken();
        await manager.insert(CallInvitation, {
          id,
          callId,
          name: name.trim(),
          guest,
          tokenHash: hashToken(token),
          expiresAt,
        });
        return {};
      },
    );
    return { token, path: `${GUEST_PAGE}#${token}`, expiresAt: expiresAt.toISOString() };
  }

  /** The invitations to a call that can still be opened or were opened, sorted by name. */
  async list(commission: CommissionCaller, caseId: string, callId: string): Promise<OpenInvitation[]> {
    await this.views.find(caseId, commission, 'see-guests');
    const { manager } = this.cases.dataSource;
    const { commissionId } = commission;
    const call = await manager.findOneBy(CallRow, { id: callId, caseId, commissionId });
    if (!call) throw callNotFound();
    if (!isOpen(call.state)) return [];
    const now = this.clock.now();
    const invitations = await manager.findBy(CallInvitation, { callId });
    return invitations
      .filter(({ usedAt, expiresAt }) => usedAt !== null || expiresAt > now)
      .map(({ id, name, guest, expiresAt, usedAt }) => ({
        id,
        name,
        guest,
        expiresAt: expiresAt.toISOString(),
        opened: usedAt !== null,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  }

  /**
   * Withdraws an invitation: its link stops working, and a guest who opened it is put out and cannot come
   * back. Does nothing when the call is over or the invitation was already withdrawn.
   * @throws ProblemException not-found for an invitation to another call, or a call of another commission
   */
  async withdraw(commission: CommissionCaller, caseId: string, callId: string, id: string): Promise<void> {
    await this.calls.act(commission, caseId, callId, 'withdraw-guest', async (loaded, manager, now) => {
      const { call, participants } = loaded;
      if (call.commissionId !== commission.commissionId) throw callNotFound();
      const invitation = await manager.findOneBy(CallInvitation, { id });
      if (invitation && invitation.callId !== callId) throw invitationNotFound();
      if (!invitation || !isOpen(call.state)) return {};
      const by = staffActor(commission);
      const { name, guest } = invitation;
      const entries = [callEntry('call-uninvited', { callId, name, guest }, by)];
      const seat = participants.find((each) => each.id === id);
      if (seat && isIn(seat)) entries.push(...(await leave(manager, call, seat, by, now)));
      await manager.delete(CallParticipant, { id });
      await manager.delete(CallInvitation, { id });
      return { entries };
    });
  }

  /**
   * Opens a link: the guest gets a pass of their own, and nobody can open it again.
   * @throws ProblemException not-found (never issued, too old, used, or the call is over), wrong-state (full)
   */
  async redeem(token: string): Promise<GuestPass> {
    const { manager } = this.cases.dataSource;
    const found = await manager.findOneBy(CallInvitation, { tokenHash: hashToken(token) });
    if (!found) throw invitationSpent();
    const { caseId } = await this.calls.find(found.callId);
    const pass = newToken();
    const { call, participants } = await this.calls.change(
      caseId,
      found.callId,
      async (loaded, transaction, now) => {
        const invitation = await transaction.findOneBy(CallInvitation, { id: found.id });
        if (!invitation || invitation.usedAt || invitation.expiresAt <= now || !isOpen(loaded.call.state)) {
          throw invitationSpent();
        }
        if (guestsIn(loaded.participants) >= MOST_GUESTS) throw fullCall();
        await transaction.update(CallInvitation, { id: invitation.id }, { usedAt: now });
        await transaction.insert(CallParticipant, {
          id: invitation.id,
          callId: loaded.call.id,
          side: 'guest',
          who: { side: 'guest', name: invitation.name, guest: invitation.guest },
          passHash: hashToken(pass),
          lastSeenAt: now,
        });
        return {};
      },
    );
    const staff = participants.find(({ side }) => side === 'staff')?.who;
    if (staff?.side !== 'staff') throw callNotFound();
    const { name, role, unit } = staff;
    const invitedBy = { name, role, unit };
    return { pass, callId: call.id, name: found.name, guest: found.guest, invitedBy, media: call.media };
  }

  async find(pass: string): Promise<GuestCaller | null> {
    const { manager } = this.cases.dataSource;
    const seat = await manager.findOneBy(CallParticipant, { passHash: hashToken(pass) });
    if (!seat) return null;
    const call = await manager.findOneBy(CallRow, { id: seat.callId });
    if (!call || !isOpen(call.state)) return null;
    return { kind: 'guest', sessionId: seat.id, participantId: seat.id, callId: seat.callId };
  }

  isLive({ callId, participantId }: GuestCaller): Promise<boolean> {
    const call = { id: callId, state: In(OPEN_STATES) };
    return this.cases.dataSource.manager.exists(CallParticipant, { where: { id: participantId, call } });
  }
}

function guestsIn(participants: Awaited<ReturnType<typeof participantsOf>>): number {
  return participants.filter((each) => each.side === 'guest' && isIn(each)).length;
}
