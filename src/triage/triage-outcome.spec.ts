import type { EntityManager } from 'typeorm';
import type { BookingTickets } from '../booking/booking-tickets.service.js';
import type { CareCase } from '../cases/case.entity.js';
import { OUTCOME_RULES, OUTCOMES, type Outcome, type TriageResult } from '../contracts/index.js';
import type { Residents } from '../residents/residents.service.js';
import type { Placement } from '../routing/placement.js';
import type { Flows } from './flows.service.js';
import { TriageOutcome } from './triage-outcome.js';

const careCase = { id: 'c', state: 'triage', patientId: null } as CareCase;
const manager = {} as EntityManager;
const outcomes = new TriageOutcome({} as Placement, {} as BookingTickets, {} as Residents, {} as Flows);
const follow = (outcome: Outcome) =>
  outcomes.follow(
    manager,
    careCase,
    { outcome, urgency: 3, competence: 'nurse' } as TriageResult,
    new Date('2026-11-24T08:00:00Z'),
  );

describe('What follows on a result of triage', () => {
  it.each(OUTCOMES)('is what the table says of %s', async (outcome) => {
    const { patch } = await follow(outcome);
    const state = OUTCOME_RULES[outcome].follows === 'advised' ? 'advised' : 'identifying';
    expect(patch).toMatchObject({ outcome, state });
  });

  it('is nothing where the outcome is not known: it is not taken for advice', async () => {
    await expect(follow('home-visit' as Outcome)).rejects.toThrow();
  });
});
