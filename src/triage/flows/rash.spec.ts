import { describeFlow } from './play-flow.js';

/** What someone with a harmless rash answers, where the table says nothing else. */
const calm = {
  danger: ['none'],
  urgent: ['none'],
  photo: null,
  look: 'hives',
  'nerve-signs': ['none'],
  fever: 'no',
  background: ['none'],
  sex: 'unsaid',
  pregnant: 'no',
  spread: 'same',
  duration: { amount: 3, unit: 'days' as const },
};
const at112 = { outcome: 'emergency-call', urgency: 1, now: 'Ring 112 nu.' } as const;
const atEmergency = { outcome: 'emergency-department', urgency: 2 } as const;
const nurseNow = { outcome: 'chat', urgency: 2, competence: 'nurse' } as const;
const nurseToday = { outcome: 'chat', urgency: 3, competence: 'nurse' } as const;
const bookPhysician = { outcome: 'booking', urgency: 4, competence: 'physician' } as const;
const bookNurse = { outcome: 'booking', urgency: 4, competence: 'nurse' } as const;
const selfCare = { outcome: 'self-care', urgency: 5 } as const;

describeFlow('rash', calm, [
  {
    name: 'Tess 26, hives and a swollen tongue after a wasp sting',
    age: 26,
    answers: { danger: ['allergy'] },
    ends: { ...at112, rule: '1' },
    notAsked: ['urgent', 'photo', 'look'],
  },
  {
    name: 'Kim 17, fever and spots that show through the glass',
    age: 17,
    answers: { danger: ['spots-ill'] },
    ends: { ...at112, rule: '2' },
    notAsked: ['photo'],
  },
  { name: 'Maj 88, a rash and confused', age: 88, answers: { danger: ['drowsy'] }, ends: at112 },
  { name: 'Roger 57, purple and very painful', age: 57, answers: { danger: ['black'] }, ends: at112 },
  {
    name: 'Lena 48, sores in the mouth after a new epilepsy medicine',
    age: 48,
    answers: { urgent: ['skin-loss'] },
    ends: { ...atEmergency, rule: '3' },
    notAsked: ['photo', 'background'],
  },
  {
    name: 'Inger 76, blisters on the forehead and near the eye',
    age: 76,
    answers: { urgent: ['near-eye'] },
    ends: { ...nurseNow, rule: '6' },
  },
  {
    name: 'Hans 69, a red warm leg with chills',
    age: 69,
    answers: { urgent: ['warm-fever'] },
    ends: { ...nurseNow, rule: '7' },
  },
  {
    name: 'Milo 4, spots that do not fade, well',
    age: 4,
    answers: { urgent: ['spots-well'] },
    ends: nurseNow,
  },
  {
    name: 'Freja 2, her eczema has small sores',
    age: 2,
    answers: { urgent: ['eczema-blisters'] },
    ends: nurseNow,
  },
  {
    name: 'Charlie 2 weeks, blisters',
    ageMonths: 0,
    answers: { look: 'blisters' },
    ends: { ...atEmergency, rule: '4' },
    notAsked: ['fever', 'background'],
  },
  {
    name: 'Stefan 44, a ring and a drooping mouth',
    age: 44,
    answers: { look: 'ring', 'nerve-signs': ['face'] },
    ends: { ...atEmergency, rule: '5' },
    notAsked: ['fever'],
  },
  {
    name: 'Stefan 44, a ring and pain that spreads along the ribs',
    age: 44,
    answers: { look: 'ring', 'nerve-signs': ['nerves'] },
    ends: { ...nurseToday, rule: '9' },
    notAsked: ['fever', 'duration'],
  },
  {
    name: 'Doris 71, blisters round the ear and a drooping eyelid',
    age: 71,
    answers: { look: 'band', 'nerve-signs': ['face'] },
    ends: { ...atEmergency, rule: '5' },
  },
  {
    name: 'Doris 71, a band of blisters on her side',
    age: 71,
    answers: { look: 'band' },
    ends: { ...nurseToday, rule: '10' },
    notAsked: ['spread', 'duration'],
  },
  {
    name: 'Doris 71, a band of blisters during treatment for cancer: at once',
    age: 71,
    answers: { look: 'band', background: ['weak-defence'] },
    ends: { ...nurseNow, rule: '8' },
  },
  {
    name: 'Mikaela 30, pregnant, pox after her nephew: at once',
    age: 30,
    sex: 'female',
    pregnant: true,
    answers: { look: 'blisters', photo: ['6b0b7f2e-8f0b-4f53-9f3f-6d0f5b9b9a11'] },
    ends: { ...nurseNow, rule: '8' },
    notAsked: ['sex', 'pregnant'],
  },
  {
    name: 'Jan 63, a warm tender patch on the shin, no fever',
    age: 63,
    answers: { look: 'warm' },
    ends: { ...nurseToday, rule: '11' },
  },
  {
    name: 'Pia 51, red spots since a new antibiotic',
    age: 51,
    answers: { look: 'spots', background: ['medicine'] },
    ends: { ...nurseToday, rule: '12' },
    notAsked: ['duration'],
  },
  {
    name: 'Axel 35, takes medicine after a transplant',
    age: 35,
    answers: { look: 'other', background: ['weak-defence'] },
    ends: { ...nurseToday, rule: '13' },
  },
  {
    name: 'Enzo 6, red spots and a fever',
    age: 6,
    answers: { look: 'spots', fever: 'yes' },
    ends: { ...nurseToday, rule: '14' },
  },
  {
    name: 'Rebecka 33, pregnant, itches: a midwife today',
    age: 33,
    answers: { look: 'spots', sex: 'female', pregnant: 'yes' },
    ends: { outcome: 'chat', urgency: 3, competence: 'midwife', rule: '15' },
  },
  {
    name: 'Nellie 6 weeks, spots in the face',
    ageMonths: 1,
    answers: { look: 'spots' },
    ends: { ...nurseToday, rule: '16' },
    notAsked: ['pregnant'],
  },
  {
    name: 'Isak 15, chickenpox',
    age: 15,
    sex: 'male',
    answers: { look: 'blisters' },
    ends: { ...nurseToday, rule: '17' },
    notAsked: ['sex', 'pregnant'],
  },
  {
    name: 'Maria 42, spreads by the hour',
    age: 42,
    answers: { look: 'spots', spread: 'quickly' },
    ends: { ...nurseToday, rule: '18' },
  },
  {
    name: 'Alma 7 months, dry patches: under one year a nurse',
    ageMonths: 7,
    answers: { look: 'dry' },
    ends: { outcome: 'chat', urgency: 4, competence: 'nurse', rule: '19' },
  },
  {
    name: 'Bengt 60, a ring two weeks after a tick: books a physician',
    age: 60,
    answers: { look: 'ring', spread: 'slowly', duration: { amount: 2, unit: 'weeks' } },
    ends: { ...bookPhysician, rule: '20' },
  },
  {
    name: 'Solveig 67, a mole that has changed',
    age: 67,
    answers: { look: 'mole', duration: { amount: 2, unit: 'months' } },
    ends: { ...bookPhysician, rule: '21' },
  },
  {
    name: 'Felix 20, he and his flatmates itch at night',
    age: 20,
    answers: { look: 'spots', background: ['household'] },
    ends: { ...bookNurse, rule: '22' },
  },
  {
    name: 'Tyra 5, yellow crusts around the nose',
    age: 5,
    answers: { look: 'crusts' },
    ends: { ...bookNurse, rule: '23' },
  },
  {
    name: 'Simon 36, hives for two months',
    age: 36,
    answers: { duration: { amount: 2, unit: 'months' } },
    ends: { ...bookPhysician, rule: '24' },
  },
  {
    name: 'Hanna 29, eczema on the hands for five weeks',
    age: 29,
    answers: { look: 'dry', duration: { amount: 5, unit: 'weeks' } },
    ends: { ...bookNurse, rule: '25' },
  },
  {
    name: 'Simon 36, hives since yesterday: self-care',
    age: 36,
    answers: { duration: { amount: 1, unit: 'days' } },
    ends: { ...selfCare, rule: '26' },
  },
  {
    name: 'Svea 3, chickenpox from preschool, well: self-care',
    age: 3,
    answers: { look: 'blisters' },
    ends: { ...selfCare, rule: '27' },
  },
  {
    name: 'Hanna 29, dry patches for a week: self-care',
    age: 29,
    answers: { look: 'dry', duration: { amount: 1, unit: 'weeks' } },
    ends: { ...selfCare, rule: '28' },
  },
  {
    name: 'Loke 2, spots on the belly after a fever that is gone: self-care',
    age: 2,
    answers: { look: 'spots', spread: 'better' },
    ends: { ...selfCare, rule: '29' },
  },
  {
    name: 'Cecilia 38, spots on the belly: a nurse within days',
    age: 38,
    answers: { look: 'spots' },
    ends: { outcome: 'chat', urgency: 4, competence: 'nurse', rule: 'otherwise' },
  },
  {
    name: 'Gösta 80, something else, with a picture',
    age: 80,
    sex: 'male',
    answers: { look: 'other', photo: ['6b0b7f2e-8f0b-4f53-9f3f-6d0f5b9b9a11'] },
    ends: { outcome: 'chat', urgency: 4, competence: 'nurse', rule: 'otherwise' },
  },
]);
