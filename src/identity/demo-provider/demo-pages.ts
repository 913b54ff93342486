import { type Html, html, type Page, paragraph } from '../page.js';
import type { Audience } from '../provider-settings.js';
import type { DemoPerson } from './demo-people.js';

/** The page of people to sign in as: plain forms, so that it works without scripts. */
export function choosePersonPage(audience: Audience, people: readonly DemoPerson[]): Page {
  const groups = [...new Set(people.map(({ group }) => group))];
  const lists = groups.map(
    (group) => html`${group ? html`<h2>${group}</h2>` : html``}
<ul>
${people.filter((person) => person.group === group).map(personButton)}
</ul>`,
  );
  return {
    title:
      audience === 'resident'
        ? { sv: 'Vem är du?', en: 'Who are you?' }
        : { sv: 'Vem i personalen är du?', en: 'Which member of staff are you?' },
    body: [
      paragraph({
        sv: 'Det här är en demo. Personerna är påhittade, och ingen e-legitimation behövs. Välj vem du vill vara.',
        en: 'This is a demo. The people are made up, and no e-ID is needed. Choose who you want to be.',
      }),
      html`<form method="post">
${lists}
<div class="leave"><button name="cancel" value="yes">Avbryt<span class="en" lang="en">Cancel</span></button></div>
</form>`,
    ],
  };
}

function personButton({ id, name, about }: DemoPerson): Html {
  return html`<li><button name="person" value="${id}"><strong>${name}</strong>, ${about.sv}<span class="en" lang="en">${about.en}</span></button></li>`;
}

/** The page was reached in a way that cannot work: an old link, or the back button. */
export function demoFaultPage(): Page {
  return {
    title: { sv: 'Sidan gäller inte längre', en: 'This page is no longer valid' },
    body: paragraph({
      sv: 'Gå tillbaka dit du kom ifrån och logga in igen.',
      en: 'Go back to where you came from and sign in again.',
    }),
  };
}
