import { faultOfInviting } from './who-can-join.rule.js';

const holder = { staffId: 'anna', unitId: 'herrgardet' };
const fatima = { staffId: 'fatima', unitId: 'herrgardet', isOnDuty: true };

describe('who can be brought into a chat', () => {
  it.each([
    ['a colleague at the unit', fatima, [], null],
    ['one at a consulted unit', { ...fatima, unitId: 'barn' }, ['barn'], null],
    ['one at another unit', { ...fatima, unitId: 'barn' }, ['kungsor'], 'elsewhere'],
    ['one whose desk is closed', { ...fatima, isOnDuty: false }, [], 'off-duty'],
    ['oneself', { ...fatima, staffId: 'anna' }, [], 'oneself'],
    ['nobody known', null, [], 'unknown'],
  ])('%s', (_who, colleague, consulted, fault) => {
    expect(faultOfInviting(colleague, holder, consulted)).toBe(fault);
  });
});
