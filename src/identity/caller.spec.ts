import { CLIENT_EVENTS } from '../contracts/index.js';
import { CALLER_KINDS, type CallerKind, ROUTES, SOCKET_EVENTS } from './access-table.js';
import { type Caller, type CommissionCaller, callerKind, isLetIn, mayEmit } from './caller.js';

const visitor: Caller = { kind: 'visitor', sessionId: 's' };
const resident: Caller = { kind: 'resident', sessionId: 's', personId: 'p' };
const staff: Caller = { kind: 'staff', sessionId: 's', staffId: 't' };

describe('who passes as whom', () => {
  it.each([
    ['resident', 'visitor', true],
    ['visitor', 'resident', false],
    ['commission', 'staff', true],
    ['staff', 'commission', false],
    ['commission', 'resident', false],
    ['commission', 'visitor', false],
    ['resident', 'commission', false],
    ['anyone', 'visitor', false],
    ['manager', 'staff', true],
    ['manager', 'commission', false],
    ['manager', 'visitor', false],
    ['commission', 'manager', false],
    ['staff', 'manager', false],
    ['editor', 'staff', true],
    ['editor', 'manager', false],
    ['editor', 'commission', false],
    ['manager', 'editor', false],
    ['commission', 'editor', false],
    ['resident', 'editor', false],
  ] as const)('%s where %s is let in: %s', (kind, allowed, expected) => {
    expect(isLetIn(kind, [allowed])).toBe(expected);
  });
});

describe('the table', () => {
  it('has a line for each socket event, and lets somebody in at every line', () => {
    expect(Object.keys(SOCKET_EVENTS).sort()).toEqual([...CLIENT_EVENTS].sort());
    for (const { who } of [...Object.values(ROUTES), ...Object.values(SOCKET_EVENTS)]) {
      expect(who.length).toBeGreaterThan(0);
      expect(CALLER_KINDS).toEqual(expect.arrayContaining([...who]));
    }
  });

  it('lets nobody at the desk’s routes but staff in a commission, and nobody without a session send events', () => {
    for (const [route, { who }] of Object.entries(ROUTES)) {
      if (route.includes('/api/desk/'))
        expect(['commission', 'manager', 'editor']).toEqual(expect.arrayContaining([...who]));
    }
    for (const { who } of Object.values(SOCKET_EVENTS)) expect(who).not.toContain('anyone');
  });
});

describe('callerKind', () => {
  const nurse = { kind: 'commission', manages: null } as CommissionCaller;
  it.each<[Caller, CallerKind]>([
    [visitor, 'visitor'],
    [staff, 'staff'],
    [nurse, 'commission'],
    [{ ...nurse, manages: 'unit' }, 'manager'],
    [{ ...nurse, manages: 'region' }, 'manager'],
    [{ ...nurse, manages: 'flows' }, 'editor'],
  ])('%j is a %s', (caller, kind) => {
    expect(callerKind(caller)).toBe(kind);
  });
});

describe('mayEmit', () => {
  it.each<[Caller | undefined, string, boolean]>([
    [visitor, 'case:watch', true],
    [visitor, 'message:send', false],
    [resident, 'message:send', true],
    [resident, 'queue:watch', false],
    [staff, 'case:watch', false],
    [undefined, 'case:watch', false],
    [resident, 'no:such', false],
    [resident, 'toString', false],
  ])('%j may send %s: %s', (caller, event, expected) => {
    expect(mayEmit(caller, event)).toBe(expected);
  });
});
