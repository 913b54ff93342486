import { describeFlow, realFlow } from './play-flow.js';

const calm = {
  danger: ['none'],
  'danger-more': ['none'],
  'will-to-live': 'none',
  'small-child': ['none'],
  urgent: ['none'],
  fever: 'no',
  pain: 3,
  course: 'same',
  duration: { amount: 2, unit: 'days' as const },
  help: 'symptom',
  more: null,
};
const at112 = { outcome: 'emergency-call', urgency: 1 } as const;
const atEmergency = { outcome: 'emergency-department', urgency: 2 } as const;
const nurseNow = { outcome: 'chat', urgency: 2, competence: 'nurse' } as const;
const nurseToday = { outcome: 'chat', urgency: 3, competence: 'nurse' } as const;
const rest = ['urgent', 'fever', 'pain', 'course', 'duration', 'help', 'more'];

describeFlow('general', calm, [
  {
    name: 'unconscious',
    age: 70,
    answers: { danger: ['unconscious'] },
    ends: { ...at112, rule: '2' },
    notAsked: rest,
  },
  {
    name: 'great trouble breathing',
    age: 8,
    answers: { danger: ['breathing'] },
    ends: at112,
    notAsked: rest,
  },
  {
    name: 'pressure in the chest',
    age: 62,
    answers: { danger: ['chest-pain'] },
    ends: { ...at112, rule: '4' },
  },
  { name: 'heavy bleeding', age: 30, answers: { danger: ['bleeding'] }, ends: { ...at112, rule: '3' } },
  { name: 'seizure', age: 3, answers: { danger: ['seizure'] }, ends: at112 },
  {
    name: 'drooping face and weak arm',
    age: 77,
    answers: { 'danger-more': ['stroke'] },
    ends: at112,
    notAsked: rest,
  },
  {
    name: 'swollen throat after nuts',
    age: 15,
    answers: { 'danger-more': ['allergy'] },
    ends: { ...at112, rule: '5' },
  },
  {
    name: 'swallowed medicines',
    age: 2,
    answers: { 'danger-more': ['poison'] },
    ends: { ...at112, rule: '6' },
  },
  {
    name: 'ill with fast breathing and confusion',
    age: 81,
    answers: { 'danger-more': ['sepsis'] },
    ends: at112,
  },
  {
    name: 'plans to end their life: 112 with kind words',
    age: 19,
    answers: { 'will-to-live': 'plans' },
    ends: { ...at112, rule: '1', now: 'Ring 112 nu. Du är inte ensam i det här.' },
    notAsked: rest,
  },
  {
    name: 'thoughts of not wanting to live: a nurse now',
    age: 19,
    answers: { 'will-to-live': 'thoughts' },
    ends: { ...nurseNow, now: 'Skriv med en sjuksköterska nu. Det är bra att du berättade.' },
    notAsked: rest,
  },
  {
    name: 'limp baby',
    ageMonths: 5,
    answers: { 'small-child': ['limp'] },
    ends: { ...at112, rule: '7' },
    notAsked: rest,
  },
  { name: 'baby draws in the ribs', ageMonths: 9, answers: { 'small-child': ['ribs'] }, ends: at112 },
  { name: 'spots that do not fade', age: 4, answers: { 'small-child': ['spots'] }, ends: at112 },
  {
    name: 'child will not drink',
    age: 1,
    answers: { 'small-child': ['not-drinking'] },
    ends: nurseNow,
    notAsked: rest,
  },
  { name: 'child cannot be comforted', age: 2, answers: { 'small-child': ['crying'] }, ends: nurseNow },
  {
    name: 'sudden severe pain',
    age: 48,
    answers: { urgent: ['sudden-pain'] },
    ends: atEmergency,
    notAsked: ['fever'],
  },
  { name: 'vomits after a blow to the head', age: 12, answers: { urgent: ['head'] }, ends: atEmergency },
  { name: 'stiff neck and fever', age: 20, answers: { urgent: ['stiff-neck'] }, ends: atEmergency },
  { name: 'coughs up blood', age: 66, answers: { urgent: ['blood'] }, ends: atEmergency },
  { name: 'suddenly sees worse', age: 71, answers: { urgent: ['eye'] }, ends: atEmergency },
  { name: 'pregnant and bleeding', age: 27, answers: { urgent: ['pregnancy'] }, ends: atEmergency },
  {
    name: 'fever at two months',
    ageMonths: 2,
    answers: { fever: 'yes' },
    ends: { ...nurseNow, rule: '9' },
    notAsked: ['pain'],
  },
  {
    name: 'fever at three months',
    ageMonths: 3,
    answers: { fever: 'yes' },
    ends: { ...nurseToday, rule: '13' },
  },
  { name: 'fever at 75', age: 75, answers: { fever: 'yes' }, ends: { ...nurseToday, rule: '13' } },
  {
    name: 'worse by the hour',
    age: 35,
    answers: { course: 'quickly-worse' },
    ends: { ...nurseToday, rule: '11' },
    notAsked: ['help'],
  },
  { name: 'pain 9 of 10', age: 35, answers: { pain: 9 }, ends: { ...nurseToday, rule: '12' } },
  {
    name: 'needs a certificate',
    age: 50,
    answers: { help: 'paper', more: 'Intyg till försäkringskassan' },
    ends: { outcome: 'chat', urgency: 5, competence: 'administrator' },
  },
  {
    name: 'asks for a certificate but has a fever',
    age: 50,
    answers: { help: 'paper', fever: 'yes' },
    ends: nurseToday,
  },
  { name: 'feels low', age: 33, answers: { help: 'mood' }, ends: { ...nurseToday, rule: '15' } },
  {
    name: 'mild and unchanged for weeks',
    age: 33,
    answers: { pain: 2, duration: { amount: 3, unit: 'weeks' } },
    ends: { outcome: 'chat', urgency: 4, competence: 'nurse' },
  },
  { name: 'new and unclear', age: 33, answers: { pain: 5 }, ends: { ...nurseToday, rule: 'otherwise' } },
  {
    name: 'a child of seven is asked neither as small nor about will to live',
    age: 7,
    answers: {},
    ends: nurseToday,
    notAsked: ['small-child', 'will-to-live'],
  },
]);

describe('the general flow', () => {
  it('is for everyone and never ends in self-care', () => {
    const { flow, endings } = realFlow('general');
    expect(flow.fits).toEqual({ years: null, months: null, sex: null, pregnant: null });
    expect([...endings.values()].map((ending) => ending.outcome.outcome)).not.toContain('self-care');
  });
});
