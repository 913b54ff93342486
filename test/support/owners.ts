import type { CaseState } from '../../src/contracts/index.js';
import type { TestApp } from './app.js';

interface Row {
  id: string;
  state: CaseState;
  next_deadline_at: Date | null;
  unit_id: string | null;
  holder_unit: string | null;
  due_at: Date | null;
  set_aside_until: Date | null;
  waiting_since: Date | null;
  staffed: boolean;
  ticket_until: Date | null;
  visits: Date[];
  closed_as: string | null;
  last_number: number;
  numbers: number[];
  first_answer_at: Date | null;
  answered_at: Date | null;
}

/** For each state: who owns the case, and by when something happens to it. */
function faultsOf(row: Row, now: Date): string[] {
  const wrong: string[] = [];
  const holds = (what: string, right: boolean) => right || wrong.push(what);
  const at = (date: Date | null) => date?.getTime();
  holds('a deadline exactly while open', (row.next_deadline_at === null) === (row.state === 'closed'));
  holds('a holder exactly while held', (row.holder_unit !== null) === (row.state === 'held'));
  holds(
    'numbers without gaps',
    row.numbers.every((number, index) => number === index + 1),
  );
  holds('the last number', row.last_number === row.numbers.length);
  holds('the first answer is the first message by staff', at(row.first_answer_at) === at(row.answered_at));
  switch (row.state) {
    case 'describing':
    case 'triage':
    case 'identifying':
    case 'advised':
      holds('the turn of the resident is not over', Number(at(row.next_deadline_at)) > now.getTime());
      break;
    case 'to-book':
      holds('a ticket until the deadline', at(row.ticket_until) === at(row.next_deadline_at));
      holds('a ticket that is good', Number(at(row.ticket_until)) > now.getTime());
      holds('no visit beside it', row.visits.every((endsAt) => endsAt <= now) || row.waiting_since !== null);
      break;
    case 'booked':
      holds(
        'one visit that the deadline follows',
        row.visits.some((endsAt) => at(endsAt) === at(row.next_deadline_at)),
      );
      holds('a visit that is not over', Number(at(row.next_deadline_at)) > now.getTime());
      break;
    case 'waiting':
    case 'held':
      holds('someone works in that queue', row.staffed);
      holds(
        'the time that it is left for, else the target, is the deadline',
        at(row.set_aside_until ?? row.due_at) === at(row.next_deadline_at),
      );
      holds('a time to come', row.set_aside_until === null || row.set_aside_until > now);
      holds('a beginning of the waiting', row.waiting_since !== null);
      holds('a holder of that unit', row.state === 'waiting' || row.holder_unit === row.unit_id);
      break;
    case 'closed':
      holds('how it ended', row.closed_as !== null);
  }
  return wrong.map((what) => `${row.state} ${row.id}: not ${what}`);
}

/** Promise 1, over all that is stored: call after the sweepers have run at this moment. */
export async function expectEveryCaseOwned({ dataSource, clock }: TestApp): Promise<void> {
  const rows: Row[] = await dataSource.query(`
    SELECT c.id, c.state, c.next_deadline_at, c.unit_id, c.due_at, c.set_aside_until, c.waiting_since, c.closed_as, c.last_number,
      c.first_answer_at, holder.unit_id AS holder_unit, ticket.valid_until AS ticket_until,
      EXISTS (SELECT 1 FROM commission WHERE unit_id = c.unit_id AND role = c.competence) AS staffed,
      ARRAY(SELECT ends_at FROM booking JOIN bookable_time ON bookable_time.id = booking.time_id
        WHERE booking.case_id = c.id AND cancelled_at IS NULL) AS visits,
      ARRAY(SELECT number FROM timeline_entry WHERE case_id = c.id ORDER BY number) AS numbers,
      (SELECT min(at) FROM timeline_entry WHERE case_id = c.id AND kind = 'message' AND actor->>'kind' = 'staff')
        AS answered_at
    FROM care_case c
    LEFT JOIN commission holder ON holder.id = c.holder_commission_id
    LEFT JOIN booking_ticket ticket ON ticket.case_id = c.id`);
  expect(rows.flatMap((row) => faultsOf(row, clock.now()))).toEqual([]);
}
