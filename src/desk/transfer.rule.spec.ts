import type { Competence, Urgency } from '../contracts/index.js';
import type { UnitState } from '../routing/network.rule.js';
import { closed, unit } from '../routing/routing-samples.js';
import { checkTransfer, type TransferFault } from './transfer.rule.js';

const TOMORROW = '2026-11-25T07:00:00.000Z';

it.each<[string, Urgency, UnitState, Competence, TransferFault | null]>([
  ['an open unit', 2, unit('kungsor'), 'nurse', null],
  ['another competence at the same unit', 3, unit('herrgardet'), 'physician', null],
  ['its own queue', 3, unit('herrgardet'), 'nurse', 'same-queue'],
  ['a unit without the competence', 3, unit('kungsor'), 'physician', 'lacks-competence'],
  ['an emergency department', 2, unit('akuten'), 'nurse', 'no-chat'],
  ['a closed unit when it can wait', 3, unit('kungsor', closed(TOMORROW)), 'nurse', null],
  ['a closed unit when it is urgent', 2, unit('kungsor', closed(TOMORROW)), 'nurse', 'closed-now'],
  ['a unit that never opens', 5, unit('kungsor', closed(null)), 'nurse', 'never-opens'],
])('a case may be sent to %s, urgency %i', (_name, urgency, to, competence, fault) => {
  const from = { unitId: 'herrgardet', competence: 'nurse', urgency } as const;
  expect(checkTransfer(from, { unit: to, competence })).toBe(fault);
});
