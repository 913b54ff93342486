import { html, type Page, paragraph } from './page.js';
import type { Audience } from './provider-settings.js';

/** Why a sign-in was not completed, and the status that the page is sent with. */
export const SIGN_IN_ENDINGS = {
  'bad-link': 400,
  stale: 400,
  cancelled: 200,
  'provider-away': 502,
  'provider-refused': 502,
  'not-strong-enough': 403,
  'no-identity-number': 403,
  'no-commission': 403,
  'too-many': 429,
  'database-away': 503,
  unforeseen: 500,
} as const;
export type SignInEnding = keyof typeof SIGN_IN_ENDINGS;

interface Words {
  title: Page['title'];
  what: Page['title'];
}

const WORDS: Record<SignInEnding, Words> = {
  'bad-link': {
    title: { sv: 'Länken går inte att använda', en: 'This link cannot be used' },
    what: {
      sv: 'Inloggningen börjar på sidan där du skriver till vården. Gå tillbaka dit och välj Logga in.',
      en: 'Signing in begins on the page where you write to us. Go back there and choose Sign in.',
    },
  },
  stale: {
    title: { sv: 'Inloggningen hann gå ut', en: 'The sign-in ran out of time' },
    what: {
      sv: 'Den tog för lång tid, är redan använd eller började i en annan webbläsare. Logga in igen.',
      en: 'It took too long, was used already or began in another browser. Sign in again.',
    },
  },
  cancelled: {
    title: { sv: 'Inloggningen avbröts', en: 'The sign-in was cancelled' },
    what: {
      sv: 'Det du har skrivit finns kvar. Du kan logga in igen när du vill.',
      en: 'What you have written is still there. You can sign in again at any time.',
    },
  },
  'provider-away': {
    title: { sv: 'Inloggningen svarar inte just nu', en: 'Signing in does not answer right now' },
    what: {
      sv: 'Vänta några minuter och försök igen. Behöver du råd om vård nu, ring 1177.',
      en: 'Wait a few minutes and try again. If you need advice about care now, call 1177.',
    },
  },
  'provider-refused': {
    title: { sv: 'Inloggningen gick inte att slutföra', en: 'The sign-in could not be completed' },
    what: {
      sv: 'Tjänsten för legitimering gav ett svar som vi inte kan lita på. Försök igen. Händer det flera gånger, ring 1177.',
      en: 'The identification service gave an answer that we cannot rely on. Try again. If it happens again, call 1177.',
    },
  },
  'not-strong-enough': {
    title: { sv: 'Legitimeringen räcker inte till', en: 'This identification is not strong enough' },
    what: {
      sv: 'Logga in igen med en e-legitimation på tillitsnivå 3, till exempel BankID, Freja eller SITHS.',
      en: 'Sign in again with an e-ID of assurance level 3, such as BankID, Freja or SITHS.',
    },
  },
  'no-identity-number': {
    title: { sv: 'Vi kan inte se vem du är', en: 'We cannot see who you are' },
    what: {
      sv: 'E-legitimationen gav inget svenskt personnummer eller samordningsnummer. Ring 1177, så får du hjälp ändå.',
      en: 'Your e-ID gave no Swedish personal or coordination number. Call 1177 and you will be helped all the same.',
    },
  },
  'no-commission': {
    title: { sv: 'Du har inget uppdrag här', en: 'You have no commission here' },
    what: {
      sv: 'Vi hittar inget medarbetaruppdrag för vård och behandling för dig i den här regionen. Be din chef eller HSA-administratör att lägga upp ett, och logga sedan in igen.',
      en: 'We find no commission for care and treatment for you in this region. Ask your manager or HSA administrator to add one, then sign in again.',
    },
  },
  'too-many': {
    title: { sv: 'Det är många som loggar in just nu', en: 'Many are signing in right now' },
    what: { sv: 'Vänta en minut och försök igen.', en: 'Wait a minute, then try again.' },
  },
  'database-away': {
    title: { sv: 'Vi får inte fatt i våra uppgifter just nu', en: 'We cannot reach our records right now' },
    what: {
      sv: 'Inget har gått förlorat. Vänta en minut och försök igen. Behöver du råd om vård nu, ring 1177.',
      en: 'Nothing is lost. Wait a minute and try again. If you need advice about care now, call 1177.',
    },
  },
  unforeseen: {
    title: { sv: 'Något gick fel hos oss', en: 'Something went wrong with us' },
    what: {
      sv: 'Felet är noterat. Försök igen om en stund. Behöver du råd om vård nu, ring 1177.',
      en: 'The fault has been written down. Try again in a while. If you need advice about care now, call 1177.',
    },
  },
};

/** The page for a sign-in that was not completed. */
export function endingPage(ending: SignInEnding, audience: Audience | null): Page {
  const { title, what } = WORDS[ending];
  const again =
    audience === 'staff'
      ? html`<p><a class="button" href="/sign-in/staff">Logga in igen<span class="en" lang="en">Sign in again</span></a></p>`
      : paragraph({
          sv: 'Du kan stänga den här fliken och gå tillbaka till den du kom från.',
          en: 'You can close this tab and go back to the one you came from.',
        });
  return { title, body: [paragraph(what), again] };
}

const DONE = { sv: 'Legitimeringen är klar', en: 'Your identification is done' };

/**
 * The page that hands a resident's sign-in to the frame that asked for it. Nobody is said to be signed in before the frame
 * has taken it. Where the two windows cannot reach each other no code to be carried by hand takes the place of that: a
 * stranger's page could ask for it as well, and would be signed in as this person.
 */
export function handOverPage(code: string, challenge: string): Page {
  return {
    title: DONE,
    body: html`<div data-code="${code}" data-challenge="${challenge}">
<div data-not-taken role="status">${paragraph({
      sv: 'Men sidan du kom från är inte inloggad än, för den här fliken når inte fram till den. Gå tillbaka dit och välj Logga in igen. Eller öppna Slussen här och logga in. Behöver du råd om vård nu, ring 1177.',
      en: 'But the page you came from is not signed in yet, because this tab cannot reach it. Go back there and choose Sign in again. Or open Slussen here and sign in. If you need advice about care now, call 1177.',
    })}<p><a class="button" href="/widget/">Öppna Slussen här<span class="en" lang="en">Open Slussen here</span></a></p></div>
<div data-taken role="status" hidden>${paragraph({
      sv: 'Du är inloggad. Gå tillbaka till fliken du kom från. Den här kan du stänga.',
      en: 'You are signed in. Go back to the tab you came from. You can close this one.',
    })}</div>
</div>`,
    scripts: ['/sign-in/hand-over.js'],
  };
}
