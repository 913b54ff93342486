import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { AccessLog } from '../../src/access-log/access-log.service.js';
import { Cases } from '../../src/cases/case.service.js';
import { TimelineFeed } from '../../src/cases/timeline-feed.js';
import type { Clock } from '../../src/config/clock.js';
import type { FoundCases } from '../../src/contracts/index.js';
import { SharedLimits } from '../../src/database/shared-limits.js';
import { Search } from '../../src/desk/search.service.js';
import type { CommissionCaller } from '../../src/identity/caller.js';
import { Residents } from '../../src/residents/residents.service.js';
import { quantile, rounded } from './figures.js';

const CASES = 1_000_000;
const PEOPLE = 300_000;
const TIMES = 25;

/** What is searched for, from what most cases have to what none has. */
const SEARCHES = {
  'a word of half the cases': 'ont',
  'two words of one case in a hundred': 'yrsel6 feber3',
  'two words of one case in ten each, and of none together': 'yrsel7 feber3',
  'a word of one case in two thousand': 'sällsynt41',
  'the beginning of such words': 'sällsy',
  'a word of no case': 'finnsinte',
  'a common family name': 'Släkt3',
  'a full name': 'Namn77 Släkt12',
  'a name that nobody has': 'Finnsinte',
};

/** A million closed cases, half of them at one unit: searches there, with their rows in the access log. */
export async function measureSearch(dataSource: DataSource, clock: Clock) {
  const staff = await nurse(dataSource);
  await fill(dataSource, staff.unitId, clock.now());
  const search = new Search(
    new Cases(dataSource, clock, new TimelineFeed()),
    new AccessLog(dataSource, clock, new Residents(dataSource)),
    new SharedLimits(dataSource, clock),
    clock,
  );
  const [person]: { number: string }[] = await dataSource.query(
    `SELECT identity_number AS number FROM person WHERE identity_kind = 'personnummer' LIMIT 1`,
  );
  const [one]: { id: string }[] = await dataSource.query(
    'SELECT id FROM care_case WHERE unit_id = $1 LIMIT 1',
    [staff.unitId],
  );
  const figures: Record<string, object> = {};
  const measure = async (name: string, what: () => Promise<FoundCases>) => {
    const took: number[] = [];
    let found: FoundCases | undefined;
    for (let n = 0; n < TIMES; n += 1) {
      await dataSource.query('DELETE FROM shared_limit');
      const startedAt = performance.now();
      found = await what();
      took.push(performance.now() - startedAt);
    }
    figures[name] = {
      'median ms': rounded(quantile(took, 0.5)),
      'p95 ms': rounded(quantile(took, 0.95)),
      shown: found?.cases.length,
      more: found?.more,
    };
  };
  for (const [name, text] of Object.entries(SEARCHES)) await measure(name, () => search.find(staff, text));
  await measure('an identity number', () => search.find(staff, person?.number ?? ''));
  await measure('the id of a case', () => search.find(staff, one?.id ?? ''));
  const all = { from: null, to: null, reason: null, closedAs: null };
  await measure('closed, all', () => search.closed(staff, all));
  await measure('closed, a rare reason', () => search.closed(staff, { ...all, reason: 'orsak777' }));
  await measure('closed, an ending of none', () => search.closed(staff, { ...all, closedAs: 'abandoned' }));
  return figures;
}

async function nurse(dataSource: DataSource): Promise<CommissionCaller> {
  const [row]: CommissionCaller[] = await dataSource.query(
    `SELECT 'commission' AS kind, $1::uuid AS "sessionId", staff.id AS "staffId", staff.hsa_id AS "staffHsaId",
       'Prov' AS "staffName", commission.id AS "commissionId", commission.hsa_id AS "commissionHsaId", role,
       unit_id AS "unitId", care_unit.hsa_id AS "unitHsaId", care_unit.name AS "unitName", manages
     FROM commission JOIN staff ON staff.id = staff_id JOIN care_unit ON care_unit.id = unit_id
     WHERE role = 'nurse' AND manages IS NULL ORDER BY commission.hsa_id LIMIT 1`,
    [randomUUID()],
  );
  if (!row) throw new Error('There is no nurse');
  return row;
}

/** People with one of fifty family names, and cases of some twenty words. */
async function fill(dataSource: DataSource, unitId: string, now: Date): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.query('SET statement_timeout = 0');
  await runner.query(
    `INSERT INTO person (id, identity_kind, identity_number, given_name, family_name, birth_date, language)
     SELECT md5('person' || n)::uuid, 'reserve-number', 'X' || lpad(n::text, 11, '0'), 'Namn' || n % 997, 'Släkt' || n % 50,
       '1980-01-01', 'sv'
     FROM generate_series(1, $1::int) n`,
    [PEOPLE],
  );
  await runner.query(
    `INSERT INTO care_case (id, state, started_at, about, resident_id, patient_id, patient_age_months, language, words,
       reason, urgency, competence, unit_id, closed_at, closed_as)
     SELECT gen_random_uuid(), 'closed', at, 'me', person, person, 400, 'sv',
       CASE WHEN n % 2 = 0 THEN 'Jag har ont i ' ELSE 'Det känns konstigt i ' END || 'kroppen' || n % 20
         || ' sedan några dagar tillbaka, och det blir värre på kvällen. Jag har yrsel' || n % 10 || ' och feber' || n / 10 % 10
         || CASE WHEN n % 20 = 1 THEN ' sällsynt' || n / 20 % 100 ELSE '' END,
       jsonb_build_object('sv', 'Orsak' || n % 1000, 'en', 'Reason' || n % 1000), 3, 'nurse',
       CASE WHEN n % 2 = 0 OR n % 20 = 1 THEN $2::uuid ELSE (SELECT id FROM care_unit WHERE id <> $2 ORDER BY id LIMIT 1) END, at, 'other'
     FROM generate_series(1, $1::int) n
     CROSS JOIN LATERAL (SELECT $3::timestamptz - n * interval '1 minute' AS at, md5('person' || n % $4::int + 1)::uuid AS person) made`,
    [CASES, unitId, now, PEOPLE],
  );
  await runner.query('VACUUM ANALYZE care_case');
  await runner.query('VACUUM ANALYZE person');
  await runner.query('RESET statement_timeout');
  await runner.release();
}
