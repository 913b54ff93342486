import type { Commission, ConsultationSide, ConsultationView } from '../../../contracts/index.js';

type Talk = Pick<ConsultationView, 'askedBy' | 'to' | 'side'>;

/**
 * Which side this reader was on in a consultation. The server's `side` says who answers now, which turns when the case
 * is taken over by whoever was asked; what was said stays said by the same side.
 */
export function ownSide({ askedBy, to, side }: Talk, { id, unit }: Commission): ConsultationSide {
  if (askedBy.commissionId === id) return 'asker';
  if (to.colleague?.commissionId === id) return 'consulted';
  return to.unit.id === unit.id && askedBy.unit !== unit.name ? 'consulted' : side;
}

/** The name of the other side of the talk. */
export function talkedWith(talk: Talk, commission: Commission): string {
  const { askedBy, to } = talk;
  return ownSide(talk, commission) === 'consulted' ? askedBy.name : (to.colleague?.name ?? to.unit.name);
}
