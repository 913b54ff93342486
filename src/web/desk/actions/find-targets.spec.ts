import type { TransferTarget } from '../../../contracts/index.js';
import { findTargets } from './find-targets.js';

const target = (name: string, competence: TransferTarget['competence']): TransferTarget => ({
  unit: { id: name, slug: name, name, kind: 'clinic' },
  competence,
  open: true,
  opensAt: null,
  wait: null,
});
const TARGETS = [
  target('Kungsörs vårdcentral', 'nurse'),
  target('Kungsörs vårdcentral', 'physician'),
  target('Åby vårdcentral', 'nurse'),
];
const ROLES = { nurse: 'sjuksköterska', physician: 'läkare' } as Record<string, string>;

it.each([
  ['', 3],
  ['  ', 3],
  ['kungs', 2],
  ['KUNGSORS', 2],
  ['lak kung', 1],
  ['aby sjuk', 1],
  ['1177', 0],
])('"%s" finds %i', (typed, found) => {
  expect(findTargets(TARGETS, typed, (competence) => ROLES[competence] ?? '')).toHaveLength(found);
});
