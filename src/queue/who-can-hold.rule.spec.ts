import type { Competence } from '../contracts/index.js';
import { canBeHanded, isTheirWork } from './who-can-hold.rule.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const johan = {
  unitId: 'herrgardet',
  role: 'nurse' as Competence,
  manages: null as 'unit' | null,
  lastSeenAt: NOW as Date | null,
  available: true,
};
const careCase = { unitId: 'herrgardet', competence: 'nurse' as Competence };

it.each<[string, Partial<typeof johan>, { work: boolean; handed: boolean }]>([
  ['a colleague at their desk', {}, { work: true, handed: true }],
  ['one with another competence', { role: 'physician' }, { work: false, handed: false }],
  ['one at another unit', { unitId: 'kungsor' }, { work: false, handed: false }],
  ['one who manages', { manages: 'unit' }, { work: false, handed: false }],
  ['one who is away', { lastSeenAt: null }, { work: true, handed: false }],
  ['one who has paused', { available: false }, { work: true, handed: false }],
])('%s', (_who, change, expected) => {
  const colleague = { ...johan, ...change };
  expect({ work: isTheirWork(colleague, careCase), handed: canBeHanded(colleague, careCase, NOW) }).toEqual(
    expected,
  );
});
