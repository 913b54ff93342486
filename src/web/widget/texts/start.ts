import { defineTexts } from '../../i18n/i18n.js';

export const startTexts = defineTexts({
  startQuestion: { sv: 'Vad vill du ha hjälp med?', en: 'What do you need help with?' },
  startHint: {
    sv: 'Skriv med egna ord. Sedan ställer vi några frågor.',
    en: 'Write in your own words. Then we ask a few questions.',
  },
  closing: {
    sv: '{unit} har stängt tillfälligt: {reason}.',
    en: '{unit} is closed for now: {reason}.',
  },
  closingWrite: { sv: 'Du kan skriva här ändå.', en: 'You can still write here.' },
  closingOpens: { sv: 'Öppnar {when}.', en: 'It opens {when}.' },
  startEmpty: {
    sv: 'Skriv några ord om vad du vill ha hjälp med.',
    en: 'Write a few words about what you need help with.',
  },
  startTooLong: {
    sv: 'Texten är för lång. Korta den till högst {n} tecken. Du kan skriva mer senare.',
    en: 'The text is too long. Shorten it to at most {n} characters. You can write more later.',
  },
  forWhom: { sv: 'Vem gäller det?', en: 'Who is it about?' },
  forMe: { sv: 'Mig', en: 'Me' },
  forChild: { sv: 'Mitt barn', en: 'My child' },
  forAdult: { sv: 'Någon annan, från 13 år', en: 'Someone else, from 13' },
  forAdultMeans: {
    sv: 'Du får råd om vad ni ska göra. För att chatta med vården eller boka en tid behöver personen själv logga in, eller ringa {phone}.',
    en: 'You get advice on what to do. To chat with staff or book a time, the person needs to sign in personally, or call {phone}.',
  },
  ageMe: { sv: 'Hur gammal är du?', en: 'How old are you?' },
  ageChild: { sv: 'Hur gammalt är barnet?', en: 'How old is the child?' },
  ageAdult: { sv: 'Hur gammal är personen?', en: 'How old is the person?' },
  years: { sv: 'År', en: 'Years' },
  months: { sv: 'Månader', en: 'Months' },
  ageWhy: { sv: 'Åldern avgör vilka frågor vi ställer.', en: 'The age decides which questions we ask.' },
  ageWrong: {
    sv: 'Skriv åldern i hela år, från 0 till 120.',
    en: 'Write the age in whole years, from 0 to 120.',
  },
  ageWrongAdult: {
    sv: 'Skriv åldern i hela år, från 13 till 120. För yngre väljer du Mitt barn.',
    en: 'Write the age in whole years, from 13 to 120. For anyone younger, choose My child.',
  },
  monthsWrong: {
    sv: 'Skriv månaderna som ett tal från 0 till 11.',
    en: 'Write the months as a number from 0 to 11.',
  },
  whichChild: { sv: 'Vilket barn gäller det?', en: 'Which child is it about?' },
  pickChild: { sv: 'Välj vilket barn det gäller.', en: 'Choose which child it is about.' },
  noChildren: {
    sv: 'Vi hittar inget barn under 13 år som du är vårdnadshavare för. Från 13 år skriver man själv. Ring {phone} om du behöver hjälp.',
    en: 'We find no child under 13 of whom you are a guardian. From 13 one writes oneself. Call {phone} if you need help.',
  },
  childYears: { sv: '{n} år', en: { one: '{n} year old', other: '{n} years old' } },
  childMonths: {
    sv: { one: '{n} månad', other: '{n} månader' },
    en: { one: '{n} month old', other: '{n} months old' },
  },
  whatHappens: { sv: 'Vad händer med det jag skriver?', en: 'What happens with what I write?' },
  whatHappensText: {
    sv: 'Det du skriver läses bara av vårdpersonal som ska hjälpa dig. Om du inte loggar in vet vi inte vem du är. När du har fått kontakt med vården sparas ärendet tillsammans med uppgifter om vem som har läst det, och det kan du själv se.',
    en: 'What you write is read only by health care staff who are to help you. If you do not sign in we do not know who you are. Once you are in contact with health care the case is kept together with who has read it, and you can see that yourself.',
  },
  signInEarly: {
    sv: 'Logga in nu, så slipper du skriva ålder och kan se dina ärenden. Det går också bra att vänta.',
    en: 'Sign in now, and you need not write your age and can see your cases. You may also wait.',
  },
  signInFold: { sv: 'Vill du logga in nu?', en: 'Do you want to sign in now?' },
  sending: { sv: 'Skickar …', en: 'Sending …' },
  sendingImage: { sv: 'Skickar bild {n} av {of} …', en: 'Sending image {n} of {of} …' },
  imagesLeft: {
    sv: 'Det du skrev har kommit fram, men en bild kom inte med. Du kan försöka igen eller gå vidare utan den.',
    en: 'What you wrote has arrived, but an image was not included. You can try again or go on without it.',
  },
  goOnWithout: { sv: 'Gå vidare utan bilden', en: 'Go on without the image' },
  haveCode: { sv: 'Jag har en kod från en annan enhet', en: 'I have a code from another device' },
});
