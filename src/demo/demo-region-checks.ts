import { DateTime } from 'luxon';
import type { Fault } from '../care-units/opening-hours-check.rule.js';
import { readHours } from './demo-hours.js';
import type { DemoRegionFile, DemoResident, DemoStaff } from './demo-region-file.js';

/** Checks what a schema cannot: names refer to existing things, numbers are valid, times do not overlap. */
export function faultsOf(region: DemoRegionFile): Fault[] {
  const slugs = new Set(region.units.map((unit) => unit.slug));
  const residents = new Set(region.residents.map((resident) => resident.id));
  return [
    ...doubled(region),
    ...region.units.flatMap((unit, u) => {
      const hours = readHours(unit.hours);
      return Array.isArray(hours)
        ? hours.map(({ path, message }) => ({ path: ['units', String(u), 'hours', ...path], message }))
        : [];
    }),
    ...region.staff.flatMap((staff, s) => [
      ...staff.commissions.flatMap((commission, c) =>
        unknown(
          slugs,
          commission.unit,
          ['staff', String(s), 'commissions', String(c), 'unit'],
          'the slug of a unit',
        ),
      ),
      ...overlaps(staff, ['staff', String(s)]),
    ]),
    ...region.residents.flatMap((resident, r) => {
      const path = ['residents', String(r)];
      return [
        ...unknown(slugs, resident['listed-at'], [...path, 'listed-at'], 'the slug of a unit'),
        ...(resident.guardians ?? []).flatMap((id, g) =>
          unknown(residents, id, [...path, 'guardians', String(g)], 'the id of a resident'),
        ),
        ...identityFaults(resident, path),
      ];
    }),
  ];
}

function doubled(region: DemoRegionFile): Fault[] {
  const found: { path: string[]; key: string }[] = [
    ...region.units.map((unit, u) => ({ path: ['units', String(u), 'slug'], key: unit.slug })),
    ...region.units.map((unit, u) => ({ path: ['units', String(u), 'hsa-id'], key: unit['hsa-id'] })),
    ...region.staff.flatMap((staff, s) => [
      { path: ['staff', String(s), 'hsa-id'], key: staff['hsa-id'] },
      ...staff.commissions.map((commission, c) => ({
        path: ['staff', String(s), 'commissions', String(c), 'hsa-id'],
        key: commission['hsa-id'],
      })),
    ]),
    ...region.residents.flatMap((resident, r) => [
      { path: ['residents', String(r), 'id'], key: `resident ${resident.id}` },
      ...[...(resident.personnummer ?? []), ...(resident.samordningsnummer ?? [])].map((key) => ({
        path: ['residents', String(r)],
        key,
      })),
    ]),
  ];
  return found
    .filter(({ key }, index) => found.findIndex((other) => other.key === key) < index)
    .map(({ path, key }) => ({ path, message: `must be there once only (${key})` }));
}

function unknown(
  known: ReadonlySet<string>,
  name: string | undefined,
  path: string[],
  what: string,
): Fault[] {
  return name === undefined || known.has(name)
    ? []
    : [{ path, message: `must be ${what}; there is no ${name}` }];
}

/** Nobody can have two bookable times at once, not even in two commissions. */
function overlaps(staff: DemoStaff, path: string[]): Fault[] {
  const times = staff.commissions.flatMap((commission, c) =>
    (commission.times ?? []).map((time, t) => ({
      ...time,
      path: [...path, 'commissions', String(c), 'times', String(t)],
    })),
  );
  return times.flatMap((time, index) => {
    if (time.to <= time.from)
      return [{ path: time.path, message: 'must end after it begins, on the same day' }];
    const other = times
      .slice(0, index)
      .find(
        (each) =>
          each.days.some((day) => time.days.includes(day)) && each.from < time.to && time.from < each.to,
      );
    return other
      ? [{ path: time.path, message: `must not overlap ${other.kind} ${other.from}–${other.to}` }]
      : [];
  });
}

function identityFaults(resident: DemoResident, path: string[]): Fault[] {
  const { personnummer, samordningsnummer, age } = resident;
  const given = [personnummer, samordningsnummer, resident['reserve-number']].filter(Boolean);
  if (given.length !== 1) {
    return [{ path, message: 'must have one of personnummer, samordningsnummer and reserve-number' }];
  }
  const several = (personnummer ?? samordningsnummer ?? []).length > 1;
  return [
    ...(several && age === undefined
      ? [{ path, message: 'must have the age that picks among the numbers' }]
      : []),
    ...(personnummer ?? []).flatMap((number, n) =>
      numberFault(number, 0, resident.sex, [...path, 'personnummer', String(n)]),
    ),
    ...(samordningsnummer ?? []).flatMap((number, n) =>
      numberFault(number, 60, resident.sex, [...path, 'samordningsnummer', String(n)]),
    ),
  ];
}

function numberFault(number: string, dayOffset: number, sex: 'female' | 'male', path: string[]): Fault[] {
  if (!luhnHolds(number.slice(2))) return [{ path, message: 'must have the right check digit' }];
  if (!DateTime.fromISO(birthDateOf(number, dayOffset)).isValid)
    return [{ path, message: 'must hold a date that exists' }];
  const female = Number(number[10]) % 2 === 0;
  return female === (sex === 'female')
    ? []
    : [{ path, message: `must be a number of the sex that is said (${sex})` }];
}

/** The birth date, `YYYY-MM-DD`, from a twelve-digit number; a samordningsnummer has 60 added to the day. */
export function birthDateOf(number: string, dayOffset = 0): string {
  const day = String(Number(number.slice(6, 8)) - dayOffset).padStart(2, '0');
  return `${number.slice(0, 4)}-${number.slice(4, 6)}-${day}`;
}

/** Luhn check over ten digits; the first has weight two. */
function luhnHolds(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === 0;
}
