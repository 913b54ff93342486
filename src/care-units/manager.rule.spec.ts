import type { Manages } from '../contracts/index.js';
import { mayManage } from './manager.rule.js';

describe('mayManage', () => {
  it.each<[Manages | null, string, boolean]>([
    ['unit', 'own', true],
    ['unit', 'other', false],
    ['region', 'own', true],
    ['region', 'other', true],
    ['flows', 'own', false],
    ['flows', 'other', false],
    [null, 'own', false],
    [null, 'other', false],
  ])('who manages %s may change the %s unit: %s', (manages, unitId, expected) => {
    expect(mayManage({ manages, unitId: 'own' }, unitId)).toBe(expected);
  });
});
