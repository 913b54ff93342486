import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/case.service.js';
import { CaseViews } from '../cases/case-views.js';
import { Clock } from '../config/clock.js';
import type { GuestInvitation, GuestPass, InviteGuest } from '../contracts/index.js';
import type { CommissionCaller, GuestCaller } from '../identity/caller.js';
import { GuestPasses } from '../identity/guest-passes.js';
import { hashToken, newToken } from '../identity/tokens.js';
import { CallInvitation, CallParticipant, CallRow } from './call.entity.js';
import { callIdTaken, callNotFound, fullCall, invitationSpent, notOngoing } from './call.errors.js';
import { Calls } from './call.service.js';
import { participantsOf } from './call-record.js';
import { isIn, MOST_GUESTS } from './call-rules.js';
import { isOpen } from './call-transitions.js';

/** Where the page for guests lies. */
export const GUEST_PAGE = '/guest/';

/** Interpreters and relatives: a link that can be opened once, then a pass as long as the call lasts. */
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
   * A link for a guest. Its token is told once and stored as a hash.
   * @throws ProblemException not-found, wrong-state (not ongoing, or full), conflict (the id is used)
   */
  async invite(
    commission: CommissionCaller,
    caseId: string,
    callId: string,
    { id, name, guest, minutes }: InviteGuest,
  ): Promise<GuestInvitation> {
    await this.views.find(caseId, commission);
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + minutes * 60_000);
    await this.calls.change(caseId, callId, async ({ call, participants }, manager) => {
      if (call.commissionId !== commission.commissionId) throw callNotFound();
      if (!isOpen(call.state)) throw notOngoing();
      if (guestsIn(participants) >= MOST_GUESTS) throw fullCall();
      if (await manager.existsBy(CallInvitation, { id })) throw callIdTaken();
      await manager.insert(CallInvitation, {
        id,
        callId,
        name: name.trim(),
        guest,
        tokenHash: hashToken(token),
        expiresAt,
      });
      return {};
    });
    return { token, path: `${GUEST_PAGE}#${token}`, expiresAt: expiresAt.toISOString() };
  }

  /**
   * Opens a link: the guest gets a pass of their own, and nobody can open it again.
   * @throws ProblemException not-found (never given, too old, used, or the call is over), wrong-state (full)
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
        const invitation = await transaction.findOneByOrFail(CallInvitation, { id: found.id });
        if (invitation.usedAt || invitation.expiresAt <= now || !isOpen(loaded.call.state)) {
          throw invitationSpent();
        }
        if (guestsIn(loaded.participants) >= MOST_GUESTS) throw fullCall();
        await transaction.update(CallInvitation, { id: invitation.id }, { usedAt: now });
        await transaction.insert(CallParticipant, {
          id: randomUUID(),
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

  async isLive({ callId }: GuestCaller): Promise<boolean> {
    const call = await this.cases.dataSource.manager.findOneBy(CallRow, { id: callId });
    return call !== null && isOpen(call.state);
  }
}

function guestsIn(participants: Awaited<ReturnType<typeof participantsOf>>): number {
  return participants.filter((each) => each.side === 'guest' && isIn(each)).length;
}
