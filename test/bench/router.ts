import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { CareUnit } from '../../src/care-units/care-unit.entity.js';
import { CareUnits } from '../../src/care-units/care-unit.service.js';
import { NetworkFeed } from '../../src/care-units/network-feed.js';
import { ALWAYS_OPEN } from '../../src/care-units/opening-hours.rule.js';
import { Cases } from '../../src/cases/case.service.js';
import { TimelineFeed } from '../../src/cases/timeline-feed.js';
import type { Clock } from '../../src/config/clock.js';
import { Residents } from '../../src/residents/residents.service.js';
import { chooseQueue } from '../../src/routing/choose-queue.rule.js';
import { NetworkState } from '../../src/routing/network-state.service.js';
import { Placement } from '../../src/routing/placement.js';
import { Policies } from '../../src/routing/policies.service.js';
import { ReRouter } from '../../src/routing/re-router.service.js';
import { rounded } from './figures.js';

const UNITS = 300;
const CASES = 10_000;
const DECISIONS = 20_000;

/** A region of 300 clinics with ten thousand waiting cases: one decision, and one look at all of them. */
export async function measureRouter(dataSource: DataSource, clock: Clock) {
  await fill(dataSource, clock.now());
  const units = new CareUnits(dataSource, clock);
  const cases = new Cases(dataSource, clock, new TimelineFeed());
  const policies = new Policies(dataSource, units, clock, new NetworkFeed(dataSource, units));
  const network = new NetworkState(dataSource, units);
  const placement = new Placement(policies, network, units);
  const reRouter = new ReRouter(
    dataSource,
    cases,
    units,
    policies,
    network,
    placement,
    new Residents(dataSource),
    clock,
  );

  const policy = await policies.current();
  const now = clock.now();
  const state = await network.load(now, policy.casesAtOnce);
  const homes = [...state.keys()];
  const startedAt = performance.now();
  for (let index = 0; index < DECISIONS; index += 1) {
    chooseQueue(
      {
        urgency: ((index % 4) + 2) as 2 | 3 | 4 | 5,
        reason: 'back-pain',
        competences: ['nurse'],
        ageMonths: 500,
        language: 'sv',
        listingUnitId: homes[index % homes.length] ?? null,
        originUnitId: null,
        timesMoved: 0,
        current: null,
      },
      state,
      policy,
      now,
    );
  }
  const decisionMicroseconds = rounded(((performance.now() - startedAt) / DECISIONS) * 1_000);
  const lookAt = performance.now();
  const changed = await reRouter.lookAgain();
  return {
    units: UNITS,
    waiting: CASES,
    decisionMicroseconds,
    lookMs: rounded(performance.now() - lookAt),
    changed,
  };
}

async function fill(dataSource: DataSource, now: Date): Promise<void> {
  await dataSource.manager.insert(
    CareUnit,
    Array.from({ length: UNITS }, (_, index) => ({
      id: randomUUID(),
      hsaId: `SE0000000000-B${index}`,
      slug: `bench-${index}`,
      name: `Bench ${index}`,
      kind: 'clinic' as const,
      address: 'Here',
      openingHours: ALWAYS_OPEN,
      competences: ['nurse' as const],
      othersMayBook: false,
    })),
  );
  await dataSource.query(
    `INSERT INTO person (id, identity_kind, identity_number, given_name, family_name, birth_date, listing_unit_id)
     SELECT gen_random_uuid(), 'reserve-number', 'bench-' || slug, 'Bench', slug, '1980-01-01', id
     FROM care_unit WHERE slug LIKE 'bench-%'`,
  );
  await dataSource.query(
    `INSERT INTO care_case (id, state, started_at, about, resident_id, patient_id, session_id, patient_age_months,
       language, words, outcome, urgency, competence, unit_id, placement, waiting_since, due_at, next_deadline_at)
     SELECT gen_random_uuid(), 'waiting', $1::timestamptz, 'me', person.id, person.id, gen_random_uuid(), 500, 'sv', 'Bench', 'chat',
       2 + n % 4, 'nurse', person.listing_unit_id, '{"reason":{"code":"home-open"},"opensAt":null}', $1::timestamptz,
       $1::timestamptz + interval '1 hour', $1::timestamptz + interval '1 hour'
     FROM generate_series(1, $2::int) AS n
     JOIN (SELECT id, listing_unit_id, row_number() OVER () AS place FROM person WHERE given_name = 'Bench') person
       ON person.place = 1 + n % $3::int`,
    [now, CASES, UNITS],
  );
  await dataSource.query('ANALYZE care_case');
}
