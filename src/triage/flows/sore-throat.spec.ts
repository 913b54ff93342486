import { describeFlow } from './play-flow.js';

/** What someone with a common sore throat answers, where the table says nothing else. */
const calm = {
  danger: ['none'],
  urgent: ['none'],
  fever: 'no',
  defence: ['none'],
  look: ['none'],
  cough: 'yes',
  sex: 'unsaid',
  pregnant: 'no',
  pain: 4,
  duration: { amount: 3, unit: 'days' as const },
};
const after112 = ['urgent', 'fever', 'defence', 'look', 'pain', 'duration'];
const afterTwo = ['look', 'cough', 'pain', 'duration'];
const at112 = { outcome: 'emergency-call', urgency: 1 } as const;
const atEmergency = { outcome: 'emergency-department', urgency: 2 } as const;
const nurseNow = { outcome: 'chat', urgency: 2, competence: 'nurse' } as const;
const nurseToday = { outcome: 'chat', urgency: 3, competence: 'nurse' } as const;
const nurseInDays = { outcome: 'chat', urgency: 4, competence: 'nurse' } as const;
const rapidTest = { outcome: 'booking', urgency: 4, competence: 'nurse', rule: '23' } as const;
const selfCare = { outcome: 'self-care', urgency: 5, rule: '25' } as const;

describeFlow('sore-throat', calm, [
  // 112
  {
    name: 'Bengt 66, a wheezing sound with each breath',
    age: 66,
    answers: { danger: ['breathing'] },
    ends: { ...at112, rule: '1', now: 'Ring 112 nu.' },
    notAsked: after112,
  },
  {
    name: 'Alva 4, drools and cannot swallow her saliva',
    age: 4,
    answers: { danger: ['drooling'] },
    ends: { ...at112, rule: '1' },
    notAsked: after112,
  },
  { name: 'Nils 27, tongue swelling', age: 27, answers: { danger: ['swelling'] }, ends: at112 },
  {
    name: 'Olle 16, drowsy with spots that do not fade',
    age: 16,
    answers: { danger: ['very-ill'] },
    ends: { ...at112, rule: '3' },
  },
  {
    name: 'Gunilla 71, throat pain with pressure over the chest',
    age: 71,
    answers: { danger: ['chest'] },
    ends: at112,
  },
  {
    name: 'Lova 2, has swallowed a battery',
    age: 2,
    answers: { danger: ['corrosive'] },
    ends: { ...at112, rule: '2' },
  },
  {
    name: 'Mehmet 45, drain cleaner and trouble breathing: the airway comes first',
    age: 45,
    answers: { danger: ['corrosive', 'breathing'] },
    ends: { ...at112, rule: '1' },
  },

  // Emergency department, or a nurse at once
  {
    name: 'Sara 24, cannot open her mouth wide',
    age: 24,
    answers: { urgent: ['abscess'] },
    ends: { ...atEmergency, rule: '4', now: 'Åk till akutmottagningen nu.' },
    notAsked: afterTwo,
  },
  {
    name: 'Rolf 58, the neck is red and swollen on the outside',
    age: 58,
    answers: { urgent: ['outside'] },
    ends: { ...atEmergency, rule: '4' },
  },
  { name: 'Ida 19, stiff neck', age: 19, answers: { urgent: ['neck'] }, ends: { ...atEmergency, rule: '5' } },
  {
    name: 'Hugo 7, bleeds a week after tonsil surgery',
    age: 7,
    answers: { urgent: ['bleeding'] },
    ends: { ...atEmergency, rule: '6' },
  },
  {
    name: 'Astrid 80, a fish bone is stuck',
    age: 80,
    answers: { urgent: ['stuck'] },
    ends: { ...atEmergency, rule: '7' },
  },
  {
    name: 'Leo 3, has not passed urine for half a day',
    age: 3,
    answers: { urgent: ['not-drinking'] },
    ends: { ...nurseNow, rule: '8' },
    notAsked: afterTwo,
  },
  {
    name: 'Marie 36 takes Thacapzol and has a fever',
    age: 36,
    answers: { fever: 'yes', defence: ['medicine'] },
    ends: { ...atEmergency, rule: '9' },
    notAsked: afterTwo,
  },
  {
    name: 'Stefan 41 takes clozapine, no fever: a blood test cannot wait',
    age: 41,
    answers: { defence: ['medicine'] },
    ends: { ...nurseNow, rule: '10' },
    notAsked: afterTwo,
  },
  {
    name: 'Amira 52 has a new kidney and a fever',
    age: 52,
    answers: { fever: 'yes', defence: ['weak'] },
    ends: { ...nurseNow, rule: '11' },
    notAsked: afterTwo,
  },

  // A nurse today
  {
    name: 'Anders 49 takes a biological medicine, no fever',
    age: 49,
    answers: { defence: ['weak'] },
    ends: { ...nurseToday, rule: '12' },
    notAsked: afterTwo,
  },
  {
    name: 'Hanna 31 gave birth two weeks ago',
    age: 31,
    sex: 'female',
    answers: { defence: ['childbirth'] },
    ends: { ...nurseToday, rule: '13' },
  },
  {
    name: 'Yusuf 22 had rheumatic fever as a child',
    age: 22,
    answers: { defence: ['rheumatic'] },
    ends: { ...nurseToday, rule: '14' },
  },
  {
    name: 'Kevin 20, much more pain on one side, opens his mouth well',
    age: 20,
    answers: { look: ['one-side', 'coating'] },
    ends: { ...nurseToday, rule: '15' },
    notAsked: ['cough', 'pain', 'duration'],
  },
  {
    name: 'Ella 6, fine red bumps on the body',
    age: 6,
    answers: { fever: 'yes', look: ['rash'] },
    ends: { ...nurseToday, rule: '16' },
    notAsked: ['cough', 'pain'],
  },
  {
    name: 'Wilma 2, fever',
    age: 2,
    answers: { fever: 'yes' },
    ends: { ...nurseToday, rule: '17' },
    notAsked: ['sex', 'pregnant'],
  },
  {
    name: 'Johanna 29, pregnant with fever',
    age: 29,
    answers: { fever: 'yes', sex: 'female', pregnant: 'yes' },
    ends: { ...nurseToday, rule: '18' },
  },
  {
    name: 'Johanna 29, known to be pregnant, with fever',
    age: 29,
    sex: 'female',
    pregnant: true,
    answers: { fever: 'yes' },
    ends: { ...nurseToday, rule: '18' },
    notAsked: ['sex', 'pregnant'],
  },
  { name: 'Tobias 38, pain 8 of 10', age: 38, answers: { pain: 8 }, ends: { ...nurseToday, rule: '19' } },
  {
    name: 'Camilla 44, fever and five days',
    age: 44,
    sex: 'female',
    answers: { fever: 'yes', duration: { amount: 5, unit: 'days' } },
    ends: { ...nurseToday, rule: '20' },
  },

  // Within days
  {
    name: 'Leif 57, three weeks: a physician looks',
    age: 57,
    answers: { duration: { amount: 3, unit: 'weeks' } },
    ends: { outcome: 'booking', urgency: 4, competence: 'physician', rule: '21' },
  },
  { name: 'Wilma 2, no fever', age: 2, answers: {}, ends: { ...nurseInDays, rule: '22' } },
  {
    name: 'Emma 17, fever, coating and tender glands, though she coughs: three criteria',
    age: 17,
    sex: 'female',
    pregnant: false,
    answers: { fever: 'yes', look: ['coating', 'glands'], cough: 'yes' },
    ends: rapidTest,
  },
  {
    name: 'Viktor 25, fever and coating, no cough: three criteria',
    age: 25,
    sex: 'male',
    answers: { fever: 'yes', look: ['coating'], cough: 'no' },
    ends: rapidTest,
    notAsked: ['sex', 'pregnant'],
  },
  {
    name: 'Malin 33, coating and tender glands, no cough, no fever: three criteria',
    age: 33,
    answers: { look: ['coating', 'glands'], cough: 'no' },
    ends: rapidTest,
    notAsked: ['sex', 'pregnant'],
  },
  {
    name: 'Elsa 3, fever and tender glands, no cough: three criteria from three years',
    age: 3,
    answers: { fever: 'yes', look: ['glands'], cough: 'no' },
    ends: rapidTest,
  },
  {
    name: 'Arvid 5, fever without a cough',
    age: 5,
    answers: { fever: 'yes', cough: 'no' },
    ends: { ...nurseInDays, rule: '24' },
  },
  {
    name: 'Sofia 35, pain 7 of 10: neither today nor alone',
    age: 35,
    answers: { pain: 7 },
    ends: { ...nurseInDays, rule: 'otherwise' },
  },
  {
    name: 'Per 51, twelve days',
    age: 51,
    answers: { duration: { amount: 12, unit: 'days' } },
    ends: { ...nurseInDays, rule: 'otherwise' },
  },

  // Self-care
  {
    name: 'David 30, three days, runny and coughing',
    age: 30,
    sex: 'male',
    answers: {},
    ends: { ...selfCare, now: 'Det här går att ta hand om hemma.' },
    notAsked: ['cough', 'sex', 'pregnant'],
  },
  {
    name: 'Maja 12, fever and cough for two days: two criteria at most',
    age: 12,
    sex: 'female',
    pregnant: false,
    answers: { fever: 'yes', duration: { amount: 2, unit: 'days' } },
    ends: selfCare,
    notAsked: ['cough'],
  },
  {
    name: 'Karin 40, coating but a cough: two criteria at most',
    age: 40,
    answers: { look: ['coating'], cough: 'yes' },
    ends: selfCare,
  },
  {
    name: 'Arvid 5, fever with a cough',
    age: 5,
    answers: { fever: 'yes', cough: 'yes' },
    ends: selfCare,
  },
  {
    name: 'Johanna 29, pregnant without fever: the advice says what not to take',
    age: 29,
    sex: 'female',
    pregnant: true,
    answers: {},
    ends: selfCare,
  },
]);
