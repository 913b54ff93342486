import type { Competence, Urgency } from '../contracts/index.js';
import { chooseQueue } from './choose-queue.rule.js';
import type { CaseFacts, Decision, ReasonCode, TurnedDownCode } from './decision.js';
import { explain, type RoutingInputs, replay } from './explain.rule.js';
import type { Network } from './network.rule.js';
import { busy, closed, desk, facts, NOBODY_THERE, network, policy, unit } from './routing-samples.js';

const NOW = new Date('2026-11-24T08:20:00Z');
const NIGHT = new Date('2026-11-24T22:30:00Z');
const TOMORROW = '2026-11-25T07:00:00.000Z';

const ALL_OPEN = network();
const BUSY_HOME = network(unit('herrgardet', { nurse: busy([0, 0, 2, 3, 1]) }));
const VERY_BUSY_HOME = network(unit('herrgardet', { nurse: busy([0, 2, 8, 14, 12]) }));
const ALL_BUSY = network(
  unit('herrgardet', { nurse: busy([0, 1, 0, 0, 0]) }),
  unit('1177', { nurse: busy([0, 1, 0, 0, 0]) }),
);
const NOBODY_HOME = network(unit('herrgardet', { nurse: NOBODY_THERE }));
const NOBODY_ANYWHERE = network(
  unit('herrgardet', { nurse: NOBODY_THERE }),
  unit('1177', { nurse: NOBODY_THERE }),
);
const NIGHT_TIME = network(unit('herrgardet', closed(TOMORROW)));
const OPENS_SOON = network(
  unit('herrgardet', closed('2026-11-24T08:25:00.000Z')),
  unit('1177', { nurse: busy([0, 0, 4, 0, 0]) }),
);
const KUNGSOR_CLOSED = network(unit('kungsor', closed(TOMORROW)));
const NEVER_OPENS = network(unit('herrgardet', closed(null)));

/** What stands in a row: the case, the network, where it goes and why. */
type Row = [string, Partial<CaseFacts>, Network, string, ReasonCode];

const nurse = (urgency: Urgency, about: Partial<CaseFacts> = {}) => ({ urgency, ...about });
const wants = (competence: Competence, about: Partial<CaseFacts> = {}) => ({
  competences: [competence],
  ...about,
});

function place({ target }: Decision): string {
  return `${target.unitId} ${target.competence}`;
}

describe('a new case', () => {
  it.each<Row>([
    ['goes home while that is open', nurse(4), ALL_OPEN, 'herrgardet nurse', 'home-open'],
    [
      'also from another page',
      nurse(3, { originUnitId: 'kungsor' }),
      ALL_OPEN,
      'herrgardet nurse',
      'home-open',
    ],
    ['urgency 2 goes where someone is free', nurse(2), BUSY_HOME, '1177 nurse', 'helped-sooner'],
    ['urgency 2 stays home when nobody is free sooner', nurse(2), ALL_BUSY, 'herrgardet nurse', 'home-open'],
    ['what can wait stays at a busy home', nurse(5), BUSY_HOME, 'herrgardet nurse', 'home-open'],
    ['today leaves a home where the wait is long', nurse(3), VERY_BUSY_HOME, '1177 nurse', 'helped-sooner'],
    [
      'within days leaves it only when it is very long',
      nurse(4),
      VERY_BUSY_HOME,
      '1177 nurse',
      'helped-sooner',
    ],
    ['urgent, nobody at home: who is there helps', nurse(2), NOBODY_HOME, '1177 nurse', 'helped-sooner'],
    ['can wait, nobody at home: waits there', nurse(5), NOBODY_HOME, 'herrgardet nurse', 'home-open'],
    ['nobody anywhere: home', nurse(2), NOBODY_ANYWHERE, 'herrgardet nurse', 'home-open'],
    ['urgent, closed: the hotline', nurse(2), NIGHT_TIME, '1177 nurse', 'home-closed'],
    ['today, closed: the hotline', nurse(3), NIGHT_TIME, '1177 nurse', 'home-closed'],
    ['within days, closed: waits for home', nurse(4), NIGHT_TIME, 'herrgardet nurse', 'waits-for-opening'],
    ['today, opens before the hotline could', nurse(3), OPENS_SOON, 'herrgardet nurse', 'waits-for-opening'],
    [
      'paper goes to the administrators',
      wants('administrator'),
      ALL_OPEN,
      'herrgardet administrator',
      'home-open',
    ],
    ['a nurse stands in', wants('physiotherapist'), ALL_OPEN, 'herrgardet nurse', 'home-open'],
    [
      'who can help best where there is one',
      wants('physiotherapist', { listingUnitId: 'kungsor' }),
      ALL_OPEN,
      'kungsor physiotherapist',
      'home-open',
    ],
    [
      'listed nowhere: the clinic on whose page it began',
      nurse(4, { listingUnitId: null, originUnitId: 'kungsor' }),
      ALL_OPEN,
      'kungsor nurse',
      'home-open',
    ],
    [
      'an emergency department is nobody’s home',
      nurse(4, { listingUnitId: null, originUnitId: 'akuten' }),
      ALL_OPEN,
      '1177 nurse',
      'no-home',
    ],
    ['listed nowhere: the hotline', nurse(5, { listingUnitId: null }), ALL_OPEN, '1177 nurse', 'no-home'],
    ['a clinic that never opens: the hotline', nurse(5), NEVER_OPENS, '1177 nurse', 'home-never-opens'],
    [
      'no administrator anywhere: the catch-all queue',
      wants('administrator', { listingUnitId: 'kungsor' }),
      ALL_OPEN,
      '1177 nurse',
      'catch-all',
    ],
  ])('%s', (_name, about, state, target, code) => {
    const decision = chooseQueue(facts(about), state, policy(), NOW);
    expect([place(decision), decision.code]).toEqual([target, code]);
  });

  it('tells when the clinic opens, and why the hotline was turned down', () => {
    const decision = chooseQueue(facts({ urgency: 4 }), NIGHT_TIME, policy(), NOW);
    expect(decision.opensAt).toBe(TOMORROW);
    expect(decision.turnedDown).toMatchObject([{ unitId: '1177', code: 'not-agreed' }]);
  });

  it('is not sent away at night when it can wait', () => {
    const stuck = network(unit('herrgardet', { nurse: busy([0, 0, 8, 14, 60]) }));
    expect(chooseQueue(facts({ urgency: 5 }), stuck, policy(), NOW).code).toBe('helped-sooner');
    const quiet = chooseQueue(facts({ urgency: 5 }), stuck, policy(), NIGHT);
    expect([quiet.code, quiet.turnedDown[0]?.code]).toEqual(['home-open', 'quiet-hours']);
  });

  it('is not sent to a unit that takes nothing from others just now', () => {
    const shut = policy({ units: { '1177': { takesOverflow: false } } });
    const decision = chooseQueue(facts({ urgency: 2 }), BUSY_HOME, shut, NOW);
    expect([place(decision), decision.turnedDown[0]?.code]).toEqual([
      'herrgardet nurse',
      'takes-no-overflow',
    ]);
  });

  it('goes to a clinic that helps its neighbour', () => {
    const neighbours = policy({
      cooperations: [{ id: 'west', units: ['herrgardet', 'kungsor'], when: 'busy', urgencies: [2, 3] }],
    });
    const state = network(
      unit('herrgardet', { nurse: busy() }),
      unit('1177', { nurse: busy([0, 5, 0, 0, 0]) }),
    );
    expect(place(chooseQueue(facts({ urgency: 2 }), state, neighbours, NOW))).toBe('kungsor nurse');
  });
});

describe('a case that waits', () => {
  const atHotline = (about: Partial<CaseFacts> = {}, ahead = 0) =>
    facts({ urgency: 3, ...about, current: { unitId: '1177', competence: 'nurse', ahead } });
  const atKungsor = (about: Partial<CaseFacts>) =>
    facts({ urgency: 3, ...about, current: { unitId: 'kungsor', competence: 'nurse', ahead: 0 } });
  const atHome = (about: Partial<CaseFacts> = {}, ahead = 0) =>
    facts({ urgency: 3, ...about, current: { unitId: 'herrgardet', competence: 'nurse', ahead } });

  it.each<[string, CaseFacts, Network, string, TurnedDownCode | null]>([
    [
      'goes home when home is free and the wait here is long',
      atHotline({}, 6),
      network(unit('1177', { nurse: busy() })),
      'herrgardet nurse',
      null,
    ],
    [
      'stays for a small gain',
      atHotline({}, 0),
      network(unit('1177', { nurse: busy() })),
      '1177 nurse',
      'not-sooner-enough',
    ],
    [
      'stays after so many moves',
      atHotline({ timesMoved: 3 }, 6),
      network(unit('1177', { nurse: busy() })),
      '1177 nurse',
      'moved-enough',
    ],
    [
      'leaves all the same where nobody is any more',
      atHotline({ timesMoved: 3 }, 6),
      network(unit('1177', { nurse: NOBODY_THERE })),
      'herrgardet nurse',
      null,
    ],
    ['leaves a home that has closed', atHome({ timesMoved: 3 }), NIGHT_TIME, '1177 nurse', null],
    [
      'is told another time when it may not leave',
      atHome({ urgency: 4 }),
      NIGHT_TIME,
      'herrgardet nurse',
      'not-agreed',
    ],
    [
      'stays where staff have sent it, however long the wait',
      atHotline({ sentByStaff: { opensAt: null } }, 6),
      network(unit('1177', { nurse: busy() })),
      '1177 nurse',
      'sent-by-staff',
    ],
    [
      'leaves where staff have sent it when nobody is there',
      atHotline({ sentByStaff: { opensAt: null } }, 6),
      network(unit('1177', { nurse: NOBODY_THERE })),
      'herrgardet nurse',
      null,
    ],
    [
      'waits for the opening that staff have sent it to',
      atKungsor({ sentByStaff: { opensAt: TOMORROW } }),
      KUNGSOR_CLOSED,
      'kungsor nurse',
      'sent-by-staff',
    ],
    [
      'does not when that opens later than staff were told',
      atKungsor({ sentByStaff: { opensAt: '2026-11-24T12:00:00.000Z' } }),
      KUNGSOR_CLOSED,
      'herrgardet nurse',
      null,
    ],
    [
      'does not when it has become urgent',
      atKungsor({ urgency: 2, sentByStaff: { opensAt: TOMORROW } }),
      KUNGSOR_CLOSED,
      'herrgardet nurse',
      null,
    ],
    [
      'leaves where staff have sent it when that has closed',
      atKungsor({ sentByStaff: { opensAt: null } }),
      KUNGSOR_CLOSED,
      'herrgardet nurse',
      null,
    ],
    ['urgency 2 goes to whoever becomes free', atHome({ urgency: 2 }, 1), BUSY_HOME, '1177 nurse', null],
  ])('%s', (_name, about, state, target, code) => {
    const decision = chooseQueue(about, state, policy(), NOW);
    expect(place(decision)).toBe(target);
    if (code) expect(decision.turnedDown[0]?.code).toBe(code);
  });
});

describe('a decision (P6)', () => {
  it('says why in words, and is made again from what is stored', () => {
    const about = facts({ urgency: 2, originUnitId: 'kungsor' });
    const decision = chooseQueue(about, BUSY_HOME, policy(), NOW);
    const stored = JSON.parse(JSON.stringify(explain(decision, about, BUSY_HOME, policy(), NOW)));
    expect(stored.reason.text).toEqual({
      sv: 'Många väntar på Enhet herrgardet just nu. Enhet 1177 kan hjälpa dig tidigare.',
      en: 'Many are waiting for Enhet herrgardet right now. Enhet 1177 can help you sooner.',
    });
    expect(stored.turnedDown[0]).toMatchObject({
      unitName: 'Enhet herrgardet',
      why: { sv: 'många väntar där, väntan omkring 8 min', en: 'many wait there, wait about 8 min' },
    });
    expect(replay(stored.inputs as RoutingInputs, policy())).toEqual(decision);
  });

  it('tells a resident at night when their clinic opens', () => {
    const about = facts({ urgency: 3 });
    const { reason } = explain(
      chooseQueue(about, NIGHT_TIME, policy(), NOW),
      about,
      NIGHT_TIME,
      policy(),
      NOW,
    );
    expect(reason.text).toEqual({
      sv: 'Enhet herrgardet öppnar i morgon klockan 08.00. Enhet 1177 hjälper dig redan nu.',
      en: 'Enhet herrgardet opens tomorrow at 08:00. Enhet 1177 will help you before that.',
    });
  });

  it('over 300 units takes well under a millisecond', () => {
    const units = Array.from({ length: 300 }, (_, index) => ({
      ...unit('kungsor', { nurse: busy([0, 0, index % 7, 2, 1]) }),
      id: `unit-${index}`,
    }));
    const state: Network = new Map([
      ...network(unit('herrgardet', { nurse: busy([0, 1, 9, 9, 9]) })),
      ...units.map((each) => [each.id, each] as const),
    ]);
    const ids = units.map(({ id }) => id);
    const all = {
      ...policy(),
      cooperations: [
        {
          id: 'all',
          units: ['herrgardet', ...ids.slice(0, 28)],
          when: 'busy' as const,
          urgencies: [1, 2, 3, 4, 5] as const,
        },
      ],
    };
    const begun = process.cpuUsage(); // the processor's time, so that a busy machine changes nothing
    for (let run = 0; run < 200; run += 1) chooseQueue(facts({ urgency: 3 }), state, all, NOW);
    expect(process.cpuUsage(begun).user / 1000 / 200).toBeLessThan(1);
  });

  it('does not depend on who is free where it cannot go', () => {
    const other = network(
      unit('herrgardet', { nurse: busy() }),
      unit('kungsor', { nurse: desk({ available: 9 }) }),
    );
    const same = network(unit('herrgardet', { nurse: busy() }));
    const about = facts({ urgency: 2 });
    expect(chooseQueue(about, other, policy(), NOW)).toEqual(chooseQueue(about, same, policy(), NOW));
  });
});
