import { BOOKING_KINDS, COMPETENCES, LANGUAGES, NOTIFICATION_EVENTS } from '../contracts/index.js';
import { codeText, mailText, shortText, smsText } from './texts.js';

const each = NOTIFICATION_EVENTS.flatMap((event) => LANGUAGES.map((language) => [event, language] as const));
const LINKS = {
  open: 'https://slussen.example.se/widget/?case=x',
  stop: 'https://slussen.example.se/notifications/stop?p=x',
};
/** Words of care, of bodies, of units and of what is unwell. */
const TELLING =
  /läkar|sköter|barnmorsk|psyk|fysio|sjuk|sympt|smärt|\bont\b|medicin|recept|klinik|mottagning|vårdcentral|\bakut|\bbesök|physician|doctor|nurse|midwi|psych|physio|\bill\b|symptom|pain|medic|prescri|clinic|emergency dep|visit/i;

describe('what residents are told', () => {
  it.each(each)('%s in %s says nothing of health, and to sign in', (event, language) => {
    const mail = mailText(event, language, LINKS);
    for (const text of [shortText(event, language), mail.subject, mail.text]) {
      expect(text).not.toMatch(TELLING);
      for (const word of [...COMPETENCES, ...BOOKING_KINDS]) expect(text.toLowerCase()).not.toContain(word);
    }
    expect(shortText(event, language)).toMatch(language === 'sv' ? /Logga in på 1177/ : /Sign in to 1177/);
  });

  it.each(each)('%s in %s fits in an SMS without a link, of two parts at most', (event, language) => {
    const text = smsText(event, language, null);
    expect(text).not.toMatch(/https?:|www\./);
    expect(text.length).toBeLessThanOrEqual(306);
    expect(smsText(event, language, LINKS.open)).toContain(LINKS.open);
  });

  it('is another text for each event', () => {
    for (const language of LANGUAGES)
      expect(new Set(NOTIFICATION_EVENTS.map((event) => shortText(event, language))).size).toBe(
        NOTIFICATION_EVENTS.length,
      );
  });

  it('leads a mail to the case, and out', () => {
    const { text } = mailText('answer', 'sv', LINKS);
    expect(text).toContain(LINKS.open);
    expect(text).toContain(LINKS.stop);
  });

  it('is a code that says how long it is valid', () => {
    expect(codeText('012345', 15, 'sv').text).toContain('012345');
    expect(codeText('012345', 15, 'en').text).toContain('15 minutes');
  });
});
