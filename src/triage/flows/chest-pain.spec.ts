import { describeFlow } from './play-flow.js';

/** What someone whose chest has been a little sore for a while answers, where the table says nothing else. */
const calm = {
  danger: ['none'],
  now: 'gone',
  urgent: ['none'],
  pattern: 'movement',
  fever: 'no',
  background: ['none'],
  signs: ['none'],
  pain: 3,
  duration: { amount: 3, unit: 'days' as const },
};
const at112 = { outcome: 'emergency-call', urgency: 1, rule: '1', now: 'Ring 112 nu.' } as const;
const atEmergency = { outcome: 'emergency-department', urgency: 2 } as const;
const nurseNow = { outcome: 'chat', urgency: 2, competence: 'nurse' } as const;
const nurseToday = { outcome: 'chat', urgency: 3, competence: 'nurse' } as const;
const nurseInDays = { outcome: 'chat', urgency: 4, competence: 'nurse' } as const;
const after112 = ['now', 'urgent', 'pattern', 'fever', 'background', 'signs', 'pain', 'duration'];

describeFlow('chest-pain', calm, [
  {
    name: 'Göran 67, pressure over the chest and a cold sweat: 112 at the first question',
    age: 67,
    sex: 'male',
    answers: { danger: ['pressing', 'sweating'] },
    ends: at112,
    notAsked: after112,
  },
  { name: 'Birgitta 74, pain out into the jaw', age: 74, answers: { danger: ['spreading'] }, ends: at112 },
  { name: 'Kerstin 59, pale and sick from it', age: 59, answers: { danger: ['sweating'] }, ends: at112 },
  { name: 'Ahmed 48, trouble breathing', age: 48, answers: { danger: ['breathless'] }, ends: at112 },
  { name: 'Ingrid 81, fainted', age: 81, answers: { danger: ['fainted'] }, ends: at112 },
  { name: 'Lars 63, sudden worst pain', age: 63, answers: { danger: ['tearing'] }, ends: at112 },
  {
    name: 'Fatima 52, a dull pain for half an hour without other signs',
    age: 52,
    answers: { now: 'long' },
    ends: at112,
    notAsked: ['urgent', 'pattern'],
  },
  {
    name: 'Elin 19, the same: also the young get 112 for pain that stays',
    age: 19,
    answers: { now: 'long' },
    ends: at112,
  },
  {
    name: 'Jonas 34, it began five minutes ago',
    age: 34,
    answers: { now: 'short' },
    ends: {
      ...nurseNow,
      now: 'Skriv med en sjuksköterska nu, och ring 112 om smärtan inte har gått över efter 15 minuter.',
    },
    notAsked: ['urgent'],
  },
  {
    name: 'Per 56, coughs blood',
    age: 56,
    answers: { urgent: ['coughs-blood'] },
    ends: { ...atEmergency, rule: '2' },
  },
  {
    name: 'Sara 31, a swollen leg after a long flight',
    age: 31,
    answers: { urgent: ['swollen-leg'] },
    ends: { ...atEmergency, rule: '2' },
    notAsked: ['background'],
  },
  {
    name: 'Emil 20, tall and thin, sudden pain on one side',
    age: 20,
    answers: { urgent: ['sudden-side'] },
    ends: { ...atEmergency, rule: '2' },
  },
  {
    name: 'Mats 61, the heart races and will not settle',
    age: 61,
    answers: { urgent: ['racing'] },
    ends: { ...atEmergency, rule: '3' },
  },
  {
    name: 'Maja 23, the heart races: a nurse at once',
    age: 23,
    answers: { urgent: ['racing'] },
    ends: nurseNow,
  },
  {
    name: 'Oskar 27, the handlebar hit his chest',
    age: 27,
    answers: { urgent: ['blow'] },
    ends: { ...atEmergency, rule: '4' },
  },
  {
    name: 'Kevin 25, cocaine at the weekend',
    age: 25,
    answers: { urgent: ['drugs'] },
    ends: { ...atEmergency, rule: '5' },
  },
  {
    name: 'Ulla 69, new pain up the stairs that passes at rest',
    age: 69,
    answers: { pattern: 'effort-new' },
    ends: { ...atEmergency, rule: '6' },
    notAsked: ['fever', 'background'],
  },
  {
    name: 'Bo 72, a squeeze that comes and goes at rest',
    age: 72,
    answers: { pattern: 'rest' },
    ends: { ...atEmergency, rule: '6' },
  },
  {
    name: 'Karin 29, gave birth three weeks ago, hurts with each breath',
    age: 29,
    sex: 'female',
    answers: { now: 'touch', pattern: 'breathing', background: ['pregnancy'] },
    ends: { ...atEmergency, rule: '7' },
  },
  {
    name: 'Alva 17, on the pill, hurts with each breath: the pill alone is no red flag',
    age: 17,
    answers: { now: 'touch', pattern: 'breathing', background: ['hormones'] },
    ends: { ...atEmergency, rule: '7' },
  },
  {
    name: 'Rolf 66, his usual angina: a nurse today',
    age: 66,
    answers: { pattern: 'effort-known', background: ['heart-disease'] },
    ends: { ...nurseToday, rule: '10' },
    notAsked: ['signs', 'pain', 'duration'],
  },
  {
    name: 'Vera 39, angina since long, as usual',
    age: 39,
    answers: { pattern: 'effort-known' },
    ends: { ...nurseToday, rule: '10' },
  },
  {
    name: 'Rolf 66 again, his usual angina, but it has hurt for 20 minutes: 112',
    age: 66,
    answers: { now: 'long' },
    ends: at112,
  },
  {
    name: 'Anita 58, sore after gardening, with a bypass years ago',
    age: 58,
    answers: { background: ['heart-disease'], pattern: 'movement' },
    ends: { ...nurseToday, rule: '11' },
  },
  {
    name: 'Tomas 38, sore side, an earlier clot',
    age: 38,
    answers: { background: ['earlier-clot'] },
    ends: { ...nurseToday, rule: '12' },
  },
  {
    name: 'Linnea 24, sore from crutches, a cast on one leg',
    age: 24,
    answers: { background: ['lay-still'] },
    ends: { ...nurseToday, rule: '12' },
  },
  {
    name: 'Samira 32, pregnant, sore when she twists',
    age: 32,
    sex: 'female',
    pregnant: true,
    answers: { background: ['pregnancy'] },
    ends: { ...nurseToday, rule: '12' },
  },
  {
    name: 'Anders 36, fever and pain when he coughs',
    age: 36,
    answers: { now: 'touch', pattern: 'breathing', fever: 'yes' },
    ends: { ...nurseToday, rule: '13' },
    notAsked: ['signs', 'duration'],
  },
  {
    name: 'Eva 39, a band of small blisters',
    age: 39,
    answers: { now: 'touch', signs: ['blisters'] },
    ends: { ...nurseToday, rule: '14' },
  },
  {
    name: 'Nils 30, a rib hurts at 8 of 10',
    age: 30,
    answers: { now: 'touch', pain: 8, signs: ['cough'] },
    ends: { ...nurseToday, rule: '15' },
  },
  {
    name: 'Marie 40, sore after exercise: from 40 no self-care',
    age: 40,
    answers: { signs: ['strain'] },
    ends: { ...nurseToday, rule: '16' },
  },
  {
    name: 'Hassan 37, smokes, sore after exercise: no self-care',
    age: 37,
    answers: { background: ['heart-risk'], signs: ['strain'] },
    ends: { ...nurseToday, rule: '17' },
  },
  {
    name: 'Ida 28, sore for two months when she lifts: books a physician',
    age: 28,
    answers: { duration: { amount: 2, unit: 'months' } },
    ends: { outcome: 'booking', urgency: 4, competence: 'physician', rule: '18' },
  },
  {
    name: 'Filip 21, sore after bench presses: self-care',
    age: 21,
    answers: { now: 'touch', pain: 4, signs: ['strain'], duration: { amount: 2, unit: 'days' } },
    ends: { outcome: 'self-care', urgency: 5, rule: '19' },
  },
  {
    name: 'Filip 21 without knowing why it is sore: a nurse today',
    age: 21,
    answers: { now: 'touch', pain: 4, signs: ['none'], duration: { amount: 2, unit: 'days' } },
    ends: { ...nurseToday, rule: 'otherwise' },
  },
  {
    name: 'David 35, burning after late meals',
    age: 35,
    answers: { pattern: 'meal' },
    ends: { ...nurseInDays, rule: '20' },
  },
  {
    name: 'Wilma 16, a stitch before tests at school',
    age: 16,
    answers: { pattern: 'worry' },
    ends: { ...nurseInDays, rule: '21' },
  },
  {
    name: 'Wilma 16 with a stitch she cannot describe',
    age: 16,
    answers: { pattern: 'other' },
    ends: { ...nurseToday, rule: 'otherwise' },
  },
]);
