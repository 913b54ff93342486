import { CASE_ACTIONS, CASE_STATES, type CaseState, RELATIONS, type Relation } from '../contracts/index.js';
import { type CaseFacts, type CaseReader, type FactsBeside, relationsOf } from './relations.rule.js';
import { mayAct, refusalOf } from './who-may-act.rule.js';

const careCase: CaseFacts = {
  state: 'held',
  residentId: 'mother',
  patientId: 'viktor',
  sessionId: 'frame',
  unitId: 'herrgardet',
  competence: 'nurse',
  holderCommissionId: 'anna',
  openedAtUnitId: null,
  participantIds: ['eva', 'jonas'],
  consultedUnitIds: ['barn'],
};
const onPhone: CaseFacts = {
  ...careCase,
  state: 'triage',
  unitId: null,
  holderCommissionId: null,
  openedAtUnitId: 'hotline',
  participantIds: [],
  consultedUnitIds: [],
};
const nameless: CaseFacts = { ...careCase, state: 'triage', residentId: null, patientId: null };
const staff = (commissionId: string, unitId = 'herrgardet', more: object = {}) =>
  ({ kind: 'commission', commissionId, unitId, role: 'nurse', manages: null, ...more }) as CaseReader;
const resident = (personId: string): CaseReader => ({ kind: 'resident', sessionId: 'frame', personId });

describe('how people stand to a case', () => {
  it.each<[string, CaseFacts, CaseReader, FactsBeside, Relation[]]>([
    ['the patient', careCase, resident('viktor'), {}, ['patient']],
    ['a guardian', careCase, resident('mother'), { isGuardianNow: true }, ['guardian']],
    ['a guardian no longer', careCase, resident('mother'), {}, ['earlier-guardian']],
    ['another guardian of the child', careCase, resident('father'), { isGuardianNow: true }, ['stranger']],
    ['who began it', nameless, { kind: 'visitor', sessionId: 'frame' }, {}, ['visitor']],
    ['another frame', nameless, { kind: 'visitor', sessionId: 'other' }, {}, ['stranger']],
    ['the frame once it is somebody’s', careCase, { kind: 'visitor', sessionId: 'frame' }, {}, ['stranger']],
    ['the next one who signs in at that frame', nameless, resident('next'), {}, ['stranger']],
    ['the holder', careCase, staff('anna'), {}, ['holder', 'colleague']],
    ['a participant', careCase, staff('eva'), {}, ['participant', 'colleague']],
    ['a participant who is consulted', careCase, staff('jonas', 'barn'), {}, ['participant', 'consulted']],
    ['one whose unit is consulted no longer', careCase, staff('jonas', 'x'), {}, ['stranger']],
    ['a colleague', careCase, staff('fatima'), {}, ['colleague']],
    [
      'another competence',
      careCase,
      staff('karin', undefined, { role: 'physician' }),
      {},
      ['other-colleague'],
    ],
    ['administration', careCase, staff('per', undefined, { role: 'administrator' }), {}, ['administrator']],
    ['a manager', careCase, staff('gun', undefined, { manages: 'unit' }), {}, ['manager']],
    ['a manager of the region', careCase, staff('bo', 'x', { manages: 'region' }), {}, ['manager']],
    ['a manager elsewhere', careCase, staff('bo', 'x', { manages: 'unit' }), {}, ['stranger']],
    ['a manager who has it', careCase, staff('anna', undefined, { manages: 'unit' }), {}, ['manager']],
    ['an editor of flows', careCase, staff('siv', undefined, { manages: 'flows' }), {}, ['stranger']],
    ['an editor who has it', careCase, staff('anna', undefined, { manages: 'flows' }), {}, ['stranger']],
    ['a former holder', careCase, staff('sara', 'x'), { isFormerHolder: true }, ['former-holder']],
    ['who opened it for a caller', onPhone, staff('eva', 'hotline'), {}, ['opener']],
    ['a physician there', onPhone, staff('per', 'hotline', { role: 'physician' }), {}, ['opener']],
    ['administration there', onPhone, staff('bo', 'hotline', { role: 'administrator' }), {}, ['stranger']],
    ['who manages there', onPhone, staff('bo', 'hotline', { manages: 'unit' }), {}, ['stranger']],
    ['staff of another unit, of a caller', onPhone, staff('fatima'), {}, ['stranger']],
    [
      'who opened it, while it waits elsewhere',
      { ...onPhone, state: 'waiting', unitId: 'herrgardet' },
      staff('eva', 'hotline'),
      {},
      ['opener'],
    ],
    [
      'who opened it, once somebody has it',
      { ...onPhone, state: 'held', unitId: 'herrgardet' },
      staff('eva', 'hotline'),
      {},
      ['stranger'],
    ],
    ['someone else', careCase, staff('sara', 'x'), {}, ['stranger']],
    ['staff before a name is given', nameless, staff('anna'), {}, ['stranger']],
    ['the unit during triage', { ...careCase, state: 'triage' }, staff('fatima'), {}, ['stranger']],
  ])('%s', (_who, facts, reader, beside, expected) => {
    expect(relationsOf(facts, reader, beside)).toEqual(expected);
  });

  it.each<[string, CaseReader, { unitId: string; askedById: string }, Relation[]]>([
    ['is asked', staff('ulla', 'barn'), { unitId: 'barn', askedById: 'anna' }, ['consulted']],
    [
      'is asked in another thread',
      staff('ulla', 'barn'),
      { unitId: 'y', askedById: 'anna' },
      ['consulted-beside'],
    ],
    ['was asked', staff('ulla', 'y'), { unitId: 'y', askedById: 'anna' }, ['was-consulted']],
    ['asked, and has it no more', staff('sara', 'x'), { unitId: 'y', askedById: 'sara' }, ['asker']],
  ])('in a consultation: who %s', (_who, reader, consultation, expected) => {
    expect(relationsOf(careCase, reader, { consultation })).toEqual(expected);
  });
});

const everyCell = (check: (relation: Relation, state: CaseState) => void) => {
  for (const relation of RELATIONS) for (const state of CASE_STATES) check(relation, state);
};

describe('who may act (P8)', () => {
  it.each(['manager', 'asker', 'stranger'] as const)(
    'nothing follows from being a %s but to leave a call',
    (who) => {
      for (const action of CASE_ACTIONS.filter((each) => each !== 'leave-call')) {
        for (const state of CASE_STATES) expect(refusalOf(action, [who], state)).toBe('not-found');
      }
    },
  );

  it('who is consulted changes nothing of the case but by taking it over', () => {
    const theirs = CASE_ACTIONS.filter((action) =>
      CASE_STATES.some((state) => mayAct(action, ['consulted'], state)),
    );
    expect(theirs).toEqual([
      'see',
      'follow',
      'see-image',
      'leave-call',
      'see-consultation',
      'follow-consultation',
      'write-in-consultation',
      'add-image-to-consultation',
      'mark-consultation-seen',
      'end-consultation',
      'take-over',
    ]);
  });

  it('whoever may do anything to a case follows it', () => {
    const looking = ['see', 'see-image', 'leave-call', 'join-call', 'signal-in-call'];
    for (const action of CASE_ACTIONS.filter(
      (each) => !looking.includes(each) && !each.includes('consult'),
    )) {
      everyCell((relation, state) => {
        if (mayAct(action, [relation], state)) expect(mayAct('follow', [relation], state)).toBe(true);
      });
    }
  });

  it('in a closed case staff only look', () => {
    const staffDo = CASE_ACTIONS.filter((action) => mayAct(action, ['colleague'], 'closed'));
    expect(staffDo).toEqual([
      'see',
      'follow',
      'see-image',
      'leave-call',
      'see-consultation',
      'follow-consultation',
    ]);
  });

  it.each<[Parameters<typeof refusalOf>[0], Relation, CaseState, ReturnType<typeof refusalOf>]>([
    ['lower-urgency', 'consulted', 'waiting', 'not-allowed'],
    ['raise-urgency', 'other-colleague', 'waiting', null],
    ['lower-urgency', 'other-colleague', 'waiting', 'not-allowed'],
    ['raise-urgency', 'colleague', 'held', 'not-allowed'],
    ['give-advice', 'colleague', 'waiting', 'wrong-state'],
    ['telephone', 'participant', 'held', 'not-allowed'],
    ['telephone', 'colleague', 'waiting', 'wrong-state'],
    ['ask-on', 'opener', 'waiting', null],
    ['ask-on', 'opener', 'held', 'not-found'],
    ['ask-on', 'colleague', 'waiting', 'not-allowed'],
    ['telephone', 'opener', 'triage', null],
    ['telephone', 'opener', 'waiting', 'wrong-state'],
    ['ask-for-image', 'participant', 'held', null],
    ['ask-for-image', 'colleague', 'held', 'not-allowed'],
    ['ask-for-image', 'patient', 'held', 'not-allowed'],
    ['ask-for-image', 'colleague', 'waiting', 'wrong-state'],
    ['write-note', 'colleague', 'closed', 'wrong-state'],
    ['write-note', 'consulted', 'held', 'not-allowed'],
    ['claim', 'administrator', 'waiting', 'not-allowed'],
    ['claim', 'other-colleague', 'waiting', 'not-allowed'],
    ['claim', 'colleague', 'held', 'wrong-state'],
    ['transfer', 'other-colleague', 'waiting', null],
    ['transfer', 'administrator', 'waiting', 'not-allowed'],
    ['write', 'earlier-guardian', 'held', 'not-found'],
    ['see', 'earlier-guardian', 'held', null],
    ['follow', 'earlier-guardian', 'held', 'not-found'],
    ['cancel-booking', 'earlier-guardian', 'booked', 'not-found'],
  ])('%s by %s while it is %s: %s', (action, relation, state, expected) => {
    expect(refusalOf(action, [relation], state)).toBe(expected);
  });
});
