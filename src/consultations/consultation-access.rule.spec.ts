import { mayAct, mayRead, mayWrite, sideOf } from './consultation-access.rule.js';

const careCase = {
  residentId: 'father',
  patientId: 'viktor',
  sessionId: 'session',
  unitId: 'herrgardet',
  holderCommissionId: 'anna',
  participantIds: ['eva'],
  consultedUnitIds: ['barn'],
  state: 'held' as const,
};
const asked = { unitId: 'barn', state: 'asked' as const };
const ended = { unitId: 'barn', state: 'ended' as const };
const over = { ...careCase, consultedUnitIds: [] };
const who = {
  anna: { commissionId: 'anna', unitId: 'herrgardet' },
  fatima: { commissionId: 'fatima', unitId: 'herrgardet' },
  eva: { commissionId: 'eva', unitId: '1177' },
  jonas: { commissionId: 'jonas', unitId: 'barn' },
  sara: { commissionId: 'sara', unitId: 'kungsor' },
};
type Who = keyof typeof who;

describe('who may do what in a consultation', () => {
  it.each([
    ['anna', true, true, 'asker'],
    ['fatima', true, false, 'asker'],
    ['eva', true, false, 'asker'],
    ['jonas', true, true, 'consulted'],
    ['sara', false, false, 'asker'],
  ] as const)('%s: reads %s, writes %s, as %s', (name: Who, reads, writes, side) => {
    expect(mayRead(asked, careCase, who[name])).toBe(reads);
    expect(mayWrite(asked, careCase, who[name])).toBe(writes);
    expect(mayAct(asked, careCase, who[name])).toBe(writes);
    expect(sideOf(asked, careCase, who[name])).toBe(side);
  });

  it('leaves the asked unit its own part to read when it has ended, and nobody anything to write', () => {
    expect(mayRead(ended, over, who.jonas)).toBe(true);
    expect(mayRead(ended, over, who.anna)).toBe(true);
    expect(mayRead(ended, over, who.sara)).toBe(false);
    for (const each of Object.values(who)) expect(mayWrite(ended, over, each)).toBe(false);
  });

  it('at one’s own unit: the holder asks, the colleagues are consulted', () => {
    const own = { unitId: 'herrgardet', state: 'asked' as const };
    expect(sideOf(own, careCase, who.anna)).toBe('asker');
    expect(sideOf(own, careCase, who.fatima)).toBe('consulted');
    expect(mayWrite(own, careCase, who.fatima)).toBe(true);
  });
});
