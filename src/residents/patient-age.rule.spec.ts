import { isAgeKnown, patientAge } from './patient-age.rule.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const known = {
  identityKind: 'personnummer',
  identityNumber: '199006172382',
  birthDate: '1990-06-17',
} as const;
/** On the published list of test numbers: the month of birth is not known. */
const unknown = {
  identityKind: 'samordningsnummer',
  identityNumber: '191500722390',
  birthDate: '1915-07-01',
} as const;
const coordination = { ...unknown, identityNumber: '198707812387', birthDate: '1987-07-21' };

it.each([
  ['a number that says the day of birth', known, true],
  ['a coordination number that does', coordination, true],
  ['one without the month', unknown, false],
  ['one without the day', { ...unknown, identityNumber: '191504602391' }, false],
  [
    'a reserve number with the birth unknown',
    { ...unknown, identityKind: 'reserve-number', identityNumber: '00999999AB26' },
    false,
  ],
] as const)('%s', (_what, person, expected) => {
  expect(isAgeKnown(person)).toBe(expected);
});

it.each([
  ['what is stated does not count where the number says it', known, 20 * 12, 36 * 12 + 5],
  ['what is stated counts where it does not', unknown, 111 * 12 + 10, 111 * 12 + 10],
  // Of 1990, and not yet 36.
  [
    'what is stated counts before their birthday too',
    { ...unknown, birthDate: '1990-07-01' },
    35 * 12,
    35 * 12,
  ],
  ['what cannot be so does not', unknown, 35 * 12, 111 * 12 + 4],
  ['nothing is stated', unknown, null, 111 * 12 + 4],
] as const)('%s', (_what, person, stated, expected) => {
  expect(patientAge(person, stated, NOW)).toBe(expected);
});
