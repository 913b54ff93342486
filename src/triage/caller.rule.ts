import { DateTime } from 'luxon';
import { type CaseFacts, relationsOf, type StaffReader } from '../cases/relations.rule.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { FieldError, OpenForCaller } from '../contracts/index.js';
import type { IdentityNumber } from '../residents/identity-number.js';
import type { Person } from '../residents/person.entity.js';

/** Whether staff open cases for those who ring: asked of the one table, for a case as they would open it. */
export function mayOpenForCallers(staff: StaffReader): boolean {
  const opened: CaseFacts = {
    state: 'describing',
    residentId: null,
    patientId: 'somebody',
    sessionId: null,
    unitId: null,
    competence: null,
    holderCommissionId: null,
    openedAtUnitId: staff.unitId,
    participantIds: [],
    consultedUnitIds: [],
  };
  return mayAct('open-for-caller', relationsOf(opened, staff), opened.state);
}

export type Described = Pick<
  Person,
  'identityKind' | 'identityNumber' | 'givenName' | 'familyName' | 'birthDate' | 'sex'
>;

/** A person whom the register does not have, as described on the telephone; else what is missing. */
export function describedPerson(
  said: Pick<OpenForCaller, 'givenName' | 'familyName' | 'birthDate'>,
  number: IdentityNumber,
  now: Date,
): { ok: true; person: Described } | { ok: false; faults: FieldError[] } {
  const givenName = said.givenName?.trim() ?? '';
  const familyName = said.familyName?.trim() ?? '';
  const birthDate = number.birthDate ?? said.birthDate ?? '';
  const faults: FieldError[] = [];
  const unknown = 'is needed, as the register does not have this person';
  if (!givenName) faults.push({ field: 'givenName', message: unknown });
  if (!familyName) faults.push({ field: 'familyName', message: unknown });
  if (!isBirthDate(birthDate, now))
    faults.push({
      field: 'birthDate',
      message: 'is needed, as the number does not say it: a date that has been, YYYY-MM-DD',
    });
  if (faults.length > 0) return { ok: false, faults };
  const { kind: identityKind, number: identityNumber, sex } = number;
  return { ok: true, person: { identityKind, identityNumber, givenName, familyName, birthDate, sex } };
}

const OLDEST_YEARS = 130;

function isBirthDate(written: string, now: Date): boolean {
  const born = DateTime.fromISO(written, { zone: REGION_TIME_ZONE });
  const today = DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE });
  return born.isValid && born <= today && born > today.minus({ years: OLDEST_YEARS });
}
