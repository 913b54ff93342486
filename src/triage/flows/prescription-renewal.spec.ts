import { describeFlow } from './play-flow.js';

/** What someone with a common renewal answers, where the table says nothing else. */
const calm = {
  danger: ['none'],
  medicines: 'Enalapril 10 mg, en tablett på morgonen',
  health: ['none'],
  left: 'longer',
  vital: ['none'],
  wish: 'same',
  'check-up': 'within-year',
  photo: null,
};
const after112 = ['medicines', 'health', 'left', 'vital', 'wish', 'check-up', 'photo'];
const afterTwo = ['wish', 'check-up', 'photo'];
const at112 = { outcome: 'emergency-call', urgency: 1, now: 'Ring 112 nu.' } as const;
const atEmergency = { outcome: 'emergency-department', urgency: 2 } as const;
const nurseNow = { outcome: 'chat', urgency: 2, competence: 'nurse' } as const;
const nurseToday = { outcome: 'chat', urgency: 3, competence: 'nurse' } as const;
const nurseInDays = { outcome: 'chat', urgency: 4, competence: 'nurse' } as const;
const administratorInDays = { outcome: 'chat', urgency: 4, competence: 'administrator' } as const;
const administrator = { outcome: 'chat', urgency: 5, competence: 'administrator' } as const;

describeFlow('prescription-renewal', calm, [
  // 112
  {
    name: 'Rune 73, out of heart medicine and pressure over the chest',
    age: 73,
    answers: { danger: ['heart-or-breath'] },
    ends: { ...at112, rule: '1' },
    notAsked: after112,
  },
  {
    name: 'Elias 9, a seizure right now',
    age: 9,
    answers: { danger: ['unconscious'] },
    ends: { ...at112, rule: '1' },
    notAsked: after112,
  },
  {
    name: 'Lena 46, lips swelling after a tablet',
    age: 46,
    answers: { danger: ['allergy'] },
    ends: { ...at112, rule: '2' },
    notAsked: after112,
  },
  {
    name: 'Nora 17 has taken far too many tablets',
    age: 17,
    answers: { danger: ['overdose'] },
    ends: { ...at112, rule: '3' },
    notAsked: after112,
  },

  // Emergency department, or a nurse at once
  {
    name: 'Hampus 22 has diabetes and vomits',
    age: 22,
    answers: { health: ['sugar-or-cortisone'], medicines: 'Insulin' },
    ends: { ...atEmergency, rule: '4', now: 'Åk till akutmottagningen nu.' },
    notAsked: ['left', 'vital', ...afterTwo],
  },
  {
    name: 'Gerd 81 takes Eliquis and has black stools',
    age: 81,
    answers: { health: ['bleeding'] },
    ends: { ...atEmergency, rule: '5' },
    notAsked: ['left', 'vital', ...afterTwo],
  },
  {
    name: 'Simon 34 has thoughts of not wanting to live',
    age: 34,
    answers: { health: ['thoughts', 'worse'] },
    ends: { ...nurseNow, rule: '6' },
    notAsked: ['left', 'vital', ...afterTwo],
  },
  {
    name: 'Hampus 22, insulin runs out tonight',
    age: 22,
    answers: { left: 'today', vital: ['insulin'] },
    ends: { ...nurseNow, rule: '7' },
    notAsked: afterTwo,
  },
  {
    name: 'Hampus 22, out of insulin and of inhaler: the more dangerous decides',
    age: 22,
    answers: { left: 'missed', vital: ['insulin', 'lungs'] },
    ends: { ...nurseNow, rule: '7' },
  },
  {
    name: 'Ingela 55 has missed daily cortisone',
    age: 55,
    answers: { left: 'missed', vital: ['cortisone'] },
    ends: { ...nurseNow, rule: '8' },
    notAsked: afterTwo,
  },
  {
    name: 'Torsten 78, Waran runs out tomorrow',
    age: 78,
    answers: { left: 'today', vital: ['blood-thinner'] },
    ends: { ...nurseNow, rule: '9' },
    notAsked: afterTwo,
  },
  {
    name: 'Elias 9, out of epilepsy medicine; his mother writes',
    age: 9,
    answers: { left: 'missed', vital: ['epilepsy'] },
    ends: { ...nurseNow, rule: '10' },
    notAsked: afterTwo,
  },
  {
    name: 'Yvonne 64, a side effect, and Xarelto is out: what is out is not missed for the side effect',
    age: 64,
    answers: { health: ['side-effect'], left: 'missed', vital: ['blood-thinner'] },
    ends: { ...nurseNow, rule: '9' },
  },

  // A nurse today
  {
    name: 'Yvonne 64, dizzy since a new medicine',
    age: 64,
    answers: { health: ['side-effect'] },
    ends: { ...nurseToday, rule: '11' },
    notAsked: afterTwo,
  },
  {
    name: 'Samir 62, more breathless though he takes his tablets',
    age: 62,
    answers: { health: ['worse'] },
    ends: { ...nurseToday, rule: '12' },
    notAsked: afterTwo,
  },
  {
    name: 'Jasmin 30, pregnant',
    age: 30,
    sex: 'female',
    pregnant: true,
    answers: { health: ['pregnant'] },
    ends: { ...nurseToday, rule: '13' },
  },
  {
    name: 'Rune 73, out of heart medicine, feels well',
    age: 73,
    answers: { left: 'missed', vital: ['heart'] },
    ends: { ...nurseToday, rule: '14' },
    notAsked: afterTwo,
  },
  {
    name: 'Sixten 11, the inhaler is empty tomorrow',
    age: 11,
    answers: { left: 'today', vital: ['lungs'] },
    ends: { ...nurseToday, rule: '14' },
  },
  {
    name: 'Harriet 70, out of medicine for Parkinson',
    age: 70,
    answers: { left: 'missed', vital: ['nerves'] },
    ends: { ...nurseToday, rule: '14' },
  },
  {
    name: 'Robert 43, out of sertraline',
    age: 43,
    answers: { left: 'today', vital: ['strong'] },
    ends: { ...nurseToday, rule: '14' },
  },
  {
    name: 'Torsten 78, Waran for two more days: not over a weekend',
    age: 78,
    answers: { left: 'few-days', vital: ['blood-thinner'] },
    ends: { ...nurseToday, rule: '15' },
  },

  // A nurse within days
  {
    name: 'Veronica 50 wants a higher dose',
    age: 50,
    answers: { wish: 'changed' },
    ends: { ...nurseInDays, rule: '16' },
    notAsked: ['vital', 'check-up'],
  },
  {
    name: 'Dennis 37 has taken more than the package says for a while',
    age: 37,
    answers: { wish: 'differently' },
    ends: { ...nurseInDays, rule: '16' },
  },
  {
    name: 'Tindra 19 wants a medicine she has not had',
    age: 19,
    answers: { wish: 'new' },
    ends: { ...nurseInDays, rule: '16' },
  },

  // The administrator
  {
    name: 'Louise 27, out of birth control pills',
    age: 27,
    answers: { left: 'missed', medicines: 'p-piller' },
    ends: { ...administratorInDays, rule: '17' },
  },
  {
    name: 'Rune 73, heart medicine for three more days',
    age: 73,
    answers: { left: 'few-days', vital: ['heart'] },
    ends: { ...administratorInDays, rule: '17' },
  },
  {
    name: 'Monica 66, Levaxin for five more days',
    age: 66,
    answers: { left: 'week' },
    ends: { ...administratorInDays, rule: '17' },
    notAsked: ['vital'],
  },
  {
    name: 'Åke 68, blood pressure tablets for three more weeks',
    age: 68,
    answers: { 'check-up': 'longer-ago' },
    ends: { ...administrator, rule: 'otherwise', now: 'Skriv med mottagningens administratör.' },
    notAsked: ['vital'],
  },
  {
    name: 'Viktor 9 months; his father renews the skin cream',
    ageMonths: 9,
    answers: { medicines: 'Hydrokortisonkräm', 'check-up': 'unknown' },
    ends: { ...administrator, rule: 'otherwise' },
  },
]);
