import type { CallMedia, Instant, TimelineEntry } from '../../contracts/index.js';

/** A call of a case that is not over, as its timeline tells. */
export interface OpenCall {
  callId: string;
  media: CallMedia;
  state: 'ringing' | 'ongoing';
  startedAt: Instant;
  /** Residents are not told the commission. */
  caller: { name: string; role: string; unit: string; commissionId?: string };
}

/** The call that is not over, if there is one. At most one is open in a case. */
export function openCall(entries: readonly TimelineEntry[]): OpenCall | null {
  let open = null as OpenCall | null;
  for (const entry of entries) {
    switch (entry.kind) {
      case 'call-started': {
        if (entry.actor.kind !== 'staff') break;
        const { name, role, unit, commissionId } = entry.actor;
        const { callId, media } = entry.body;
        const caller = { name, role, unit, commissionId };
        open = { callId, media, state: 'ringing', startedAt: entry.at, caller };
        break;
      }
      case 'call-answered':
        if (open?.callId === entry.body.callId) open = { ...open, state: 'ongoing' };
        break;
      case 'call-declined':
      case 'call-missed':
      case 'call-ended':
        if (open?.callId === entry.body.callId) open = null;
        break;
    }
  }
  return open;
}
