import { isForRole, mayRead, mayWrite, sideOf } from './consultation-access.rule.js';

const careCase = {
  residentId: 'father',
  patientId: 'viktor',
  sessionId: 'session',
  unitId: 'herrgardet',
  holderCommissionId: 'anna',
  openedAtUnitId: null,
  participantIds: ['karin'],
  consultedUnitIds: ['barn', 'lasarett'],
  competence: 'nurse' as const,
  state: 'held' as const,
};
const asked = { unitId: 'barn', askedById: 'anna', state: 'asked' as const };
const ended = { unitId: 'barn', askedById: 'anna', state: 'ended' as const };
const over = { ...careCase, consultedUnitIds: [] };
const at = (unitId: string, commissionId: string) =>
  ({ kind: 'commission', commissionId, unitId, role: 'nurse', manages: null }) as const;
const who = {
  anna: at('herrgardet', 'anna'),
  fatima: at('herrgardet', 'fatima'),
  karin: at('herrgardet', 'karin'),
  jonas: at('barn', 'jonas'),
  eva: at('lasarett', 'eva'),
  sara: at('kungsor', 'sara'),
};
type Who = keyof typeof who;

describe('who may do what in a consultation', () => {
  it.each([
    ['physician', 'nurse', true],
    ['physician', 'physician', true],
    ['physician', 'administrator', false],
    ['administrator', 'administrator', true],
  ] as const)('what was put to the competence %s goes to the role %s: %s', (competence, role, goes) => {
    expect(isForRole({ competence }, { role })).toBe(goes);
  });

  it.each([
    ['anna', true, true, 'asker'],
    ['fatima', true, false, 'asker'],
    ['karin', true, false, 'asker'],
    ['eva', true, false, 'asker'],
    ['jonas', true, true, 'consulted'],
    ['sara', false, false, 'asker'],
  ] as const)('%s: reads %s, writes %s, as %s', (name: Who, reads, writes, side) => {
    expect(mayRead(asked, careCase, who[name])).toBe(reads);
    expect(mayWrite(asked, careCase, who[name])).toBe(writes);
    expect(sideOf(asked, careCase, who[name])).toBe(side);
  });

  it('leaves the asked unit its own part to read when it has ended, and nobody anything to write', () => {
    expect(mayRead(ended, over, who.jonas)).toBe(true);
    expect(mayRead(ended, over, who.anna)).toBe(true);
    expect(mayRead(ended, over, who.sara)).toBe(false);
    for (const each of Object.values(who)) expect(mayWrite(ended, over, each)).toBe(false);
  });

  it('at one’s own unit: the holder asks, the colleagues are consulted', () => {
    const own = { unitId: 'herrgardet', askedById: 'anna', state: 'asked' as const };
    const atHome = { ...careCase, consultedUnitIds: ['herrgardet'] };
    expect(sideOf(own, atHome, who.anna)).toBe('asker');
    expect(sideOf(own, atHome, who.fatima)).toBe('consulted');
    expect(mayWrite(own, atHome, who.fatima)).toBe(true);
  });
});
