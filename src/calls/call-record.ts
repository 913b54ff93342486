import { randomUUID } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import type { CaseDecision } from '../cases/case.service.js';
import type { NewEntry } from '../cases/timeline.js';
import { systemEntry } from '../cases/timeline-actors.js';
import type { CallEnding, CallView, TimelineActor, TimelineBodies } from '../contracts/index.js';
import { CallParticipant, CallRow, CallSignalRow } from './call.entity.js';
import { isGone, isIn } from './call.rule.js';
import { type CallEvent, nextCallState, OPEN_STATES } from './call-transitions.rule.js';

/** A call with its participants, as loaded under the lock of its case. */
export interface LoadedCall {
  call: CallRow;
  participants: CallParticipant[];
}

/** The open call of a case, if there is one. */
export async function openCallOf(manager: EntityManager, caseId: string): Promise<CallRow | null> {
  return manager.findOneBy(CallRow, { caseId, state: In(OPEN_STATES) });
}

export async function participantsOf(manager: EntityManager, callId: string): Promise<CallParticipant[]> {
  return manager.find(CallParticipant, { where: { callId }, order: { lastSeenAt: 'ASC', id: 'ASC' } });
}

/** The actor named in the entries of a change; null for the system. */
export type By = TimelineActor | null;

export function callEntry<K extends `call-${string}` & keyof TimelineBodies>(
  kind: K,
  body: TimelineBodies[K],
  by: By,
  id: string = randomUUID(),
): NewEntry {
  return by ? ({ id, kind, actor: by, body } as NewEntry) : systemEntry(kind, body);
}

/** A participant as the actor of an entry; null for a guest. */
export function actorOf({ who, personId }: CallParticipant, commissionId: string): By {
  switch (who.side) {
    case 'staff':
      return { kind: 'staff', name: who.name, role: who.role, unit: who.unit, commissionId };
    case 'resident':
      return { kind: 'resident', name: who.name, personId };
    case 'guest':
      return null;
  }
}

/** Ends an open call, takes out its participants and removes its signals; returns the entries for it. */
export async function finish(
  manager: EntityManager,
  { call, participants }: LoadedCall,
  event: Exclude<CallEvent, 'answer'>,
  { why, by, now }: { why: CallEnding | null; by: By; now: Date },
): Promise<NewEntry[]> {
  const state = nextCallState(call.state, event);
  if (!state) return [];
  const entries: NewEntry[] = [];
  for (const participant of participants.filter(isIn)) {
    entries.push(...(await leave(manager, call, participant, by, now)));
  }
  const { id: callId, media } = call;
  const waitedMs = now.getTime() - call.startedAt.getTime();
  if (event === 'decline') entries.push(callEntry('call-declined', { callId, media, waitedMs }, by));
  else if (event === 'run-out') entries.push(callEntry('call-missed', { callId, media, waitedMs }, by));
  else {
    const answered = call.answeredAt !== null;
    const durationMs = call.answeredAt ? now.getTime() - call.answeredAt.getTime() : 0;
    const ending = why ?? 'hung-up';
    entries.push(callEntry('call-ended', { callId, media, answered, durationMs, why: ending }, by));
  }
  const patch = { state, why, endedAt: now };
  await manager.update(CallRow, { id: call.id }, patch);
  Object.assign(call, patch);
  await manager.delete(CallSignalRow, { callId: call.id });
  return entries;
}

/** Takes a participant out; there is an entry only if they had joined and the call was answered. */
export async function leave(
  manager: EntityManager,
  call: CallRow,
  participant: CallParticipant,
  by: By,
  now: Date,
): Promise<NewEntry[]> {
  const patch = { leftAt: now, page: null, microphone: false, camera: false };
  await manager.update(CallParticipant, { id: participant.id }, patch);
  Object.assign(participant, patch);
  if (!participant.joinedAt || !call.answeredAt) return [];
  const durationMs = now.getTime() - participant.joinedAt.getTime();
  return [callEntry('call-left', { callId: call.id, who: participant.who, durationMs }, by)];
}

/** A call as its participants see it. */
export function callView({ call, participants }: LoadedCall, now: Date): CallView {
  return {
    id: call.id,
    state: call.state,
    media: call.media,
    startedAt: call.startedAt.toISOString(),
    ringsUntil: call.state === 'ringing' ? call.deadlineAt.toISOString() : null,
    answeredAt: call.answeredAt?.toISOString() ?? null,
    why: call.why,
    preparing: call.state === 'ringing' && call.preparingAt !== null,
    participants: participants.map((each) => ({
      id: each.id,
      who: each.who,
      present: each.joinedAt !== null && isIn(each) && !isGone(each, now),
      microphone: each.microphone,
      camera: each.camera,
      page: each.page,
    })),
  };
}

/** Decides what `Cases.change` does, after looking at the call. */
export type CallDecision = (
  loaded: LoadedCall,
  manager: EntityManager,
  now: Date,
  careCase: CareCase,
) => Promise<CaseDecision>;
