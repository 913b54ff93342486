import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { repeat } from '../config/repeat.js';
import { type CaseState, type ClosedBy, OUTCOME_RULES, type Outcome } from '../contracts/index.js';
import { Cases } from './case.service.js';
import { allows, nextState } from './case-transitions.rule.js';
import { forEachCase } from './each-case.js';
import { IN_CALL, isInCall } from './in-call.rule.js';
import { systemEntry } from './timeline-actors.js';

const EVERY_MS = 15_000;
const AT_ONCE = 200;
const RESIDENT_STATES: readonly CaseState[] = [
  'describing',
  'triage',
  'advised',
  'identifying',
  'to-book',
  'booked',
];

/** How a case ends when its deadline passes while only the resident had something to do. */
export function endOf(state: CaseState, outcome: Outcome | null): ClosedBy {
  if (state === 'booked') return 'visit';
  const told = state === 'advised' && outcome ? OUTCOME_RULES[outcome].closedAs : null;
  return told ?? 'abandoned';
}

/**
 * Closes cases whose time ran out on the resident's side. Any number of processes may run it: each case is
 * locked and checked again before it is closed.
 */
@Injectable()
export class CaseSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CaseSweeper.name);
  private stop?: () => void;

  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(CaseSweeper.name, EVERY_MS, () => this.sweep());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  /** Closes expired cases; returns how many. */
  async sweep(): Promise<number> {
    const due: { id: string }[] = await this.cases.dataSource.query(
      `SELECT id FROM care_case WHERE state = ANY($1) AND next_deadline_at <= $2
         AND NOT (opened_at_unit_id IS NOT NULL AND state = ANY($4))
       ORDER BY next_deadline_at LIMIT $3`,
      [RESIDENT_STATES, this.clock.now(), AT_ONCE, IN_CALL],
    );
    await forEachCase(this.logger, due, (id) => this.close(id));
    return due.length;
  }

  private close(id: string): Promise<unknown> {
    return this.cases.change(id, (careCase, _manager, now) => {
      const stillDue = careCase.nextDeadlineAt !== null && careCase.nextDeadlineAt <= now;
      if (!stillDue || !allows(careCase.state, 'run-out') || isInCall(careCase)) return {};
      const result = endOf(careCase.state, careCase.outcome);
      return {
        patch: {
          state: nextState(careCase.state, 'run-out'),
          closedAt: now,
          closedAs: result,
          nextDeadlineAt: null,
        },
        entries: [systemEntry('closed', { result, note: null })],
      };
    });
  }
}
