import { CARE_LEVEL_NAMES, type CareLevel } from '../triage/care-level.js';
import type { FlowReport, ReportedQuestion } from '../triage/flow-report.js';

/** The page's own words; it is read and signed in Sweden. */
const KINDS: Record<ReportedQuestion['kind'], string> = {
  one: 'ett svar',
  several: 'ett eller flera svar',
  'yes-no': 'ja eller nej',
  number: 'tal',
  scale: 'skala',
  date: 'datum',
  duration: 'tid',
  text: 'fritext, för personalen',
  image: 'bild, för personalen',
};

const STYLE = `
  :root { color-scheme: light; }
  body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { line-height: 1.2; margin-bottom: 0; }
  h2 { margin-top: 2.5rem; border-bottom: 2px solid #1a1a1a; }
  h3 { margin-bottom: 0.25rem; }
  table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; }
  caption { text-align: left; font-weight: 600; }
  th, td { border: 1px solid #767676; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  .wide { overflow-x: auto; }
  .wide svg { max-width: 100%; height: auto; }
  .flag { color: #8c1d18; font-weight: 600; }
  .sign { color: #4a4a4a; font-size: 0.85em; }
  .line { display: inline-block; min-width: 18rem; border-bottom: 1px solid #1a1a1a; }
  code { overflow-wrap: anywhere; }
  a { color: #0b4f8a; }
  @media print { body { margin: 0; max-width: none; font-size: 10.5pt; } section, tr, .question { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
`;

/** The page of a flow for a clinician to read and sign, complete in itself. */
export function reportPage(report: FlowReport, drawing: string): string {
  const { id, version, name } = report;
  return page(
    `${name} – ${id} ${version}`,
    `<main>
<h1>${html(name)}</h1>
<p>${html(report.line)}</p>
<table><caption>Flödet</caption>
${row('Namn och version', `${html(id)}, version ${version}`)}
${row('Granskning', html(report.review === 'draft' ? 'utkast, inte granskat' : report.review))}
${row('För', html(report.patients))}
${row('ICD-10-SE', html(report.icd10se))}
${row('Röda flaggor utan egen regel tas emot av', html(report.competence))}
${row('Så skriver invånare', html(report.words.join(', ')))}
${row('Antal frågor', lengths(report))}
${row('Innehållets kontrollsumma', `<code>${report.hash}</code>`)}
</table>
${section('Öppna tvivel att ta ställning till', list(report.doubts, 'Inga.'))}
${section('Frågor', report.questions.map(questionHtml).join('\n'))}
${section('Avstämningar med den som väntar', checkIns(report))}
${section('Röda flaggor, de mest brådskande först', redFlags(report))}
${section('Regler: den första som passar avgör', rules(report))}
${section('Hur frågorna följer på varandra', figure(drawing))}
${section('Bevisat för alla patienter och alla svar', proved(report))}
${section('Säkerhetsregler som gäller här', list(report.safetyRules, 'Inga.'))}
${section('Beskrivna patienter', described(report))}
${section('Råden i ord', texts(report))}
${section('Källor', list(report.sources, 'Inga angivna.'))}
${report.approvals.length > 0 ? section('Godkända ändringar till något lugnare', approvals(report)) : ''}
${section('Underskrift', signature(report))}
</main>`,
  );
}

/** The page that leads to all of them. */
export function indexPage(reports: readonly { chapter: string; report: FlowReport }[]): string {
  const rows = reports.map(({ chapter, report }) => {
    const { id, name, version, review, length, described, doubts } = report;
    const failed = report.proved?.filter(({ holds }) => !holds).length ?? 0;
    const proof = report.proved === null ? 'nej' : failed === 0 ? 'ja' : `${failed} löften brister`;
    return `<tr><td>${html(chapter)}</td><td><a href="${id}.html">${html(name)}</a></td><td>${version}</td><td>${html(review)}</td><td>${proof}</td><td>${length.longest ?? '–'}</td><td>${length.medianOfPatients}</td><td>${described.length}</td><td>${doubts.length}</td></tr>`;
  });
  const heads = [
    'Kapitel',
    'Sökorsak',
    'Version',
    'Granskning',
    'Bevisat',
    'Längsta väg',
    'Median',
    'Patienter',
    'Tvivel',
  ];
  return page(
    'Triageflöden',
    `<main><h1>Triageflöden</h1><div class="wide"><table><caption>${reports.length} flöden</caption>${head(heads)}<tbody>${rows.join('\n')}</tbody></table></div></main>`,
  );
}

function lengths({ length }: FlowReport): string {
  const longest = length.longest === null ? 'inte bevisat' : `högst ${length.longest}`;
  return `${longest}; de beskrivna patienterna får ${length.medianOfPatients} (median), högst ${length.longestOfPatients}`;
}

function questionHtml({
  number,
  id,
  kind,
  text,
  why,
  when,
  options,
  flags,
  worse,
}: ReportedQuestion): string {
  const rows = options.map(
    ({ text, flags, signs, offers, isAlone }) =>
      `<tr><td>${html(text)}${isAlone ? ' <em>(ensamt)</em>' : ''}${offers.length > 0 ? `<br><span class="sign">erbjuder ${offers.map(html).join(', ')}</span>` : ''}</td><td class="flag">${flags.map(html).join('<br>')}</td><td class="sign">${signs.map(html).join(', ')}</td></tr>`,
  );
  return `<div class="question"><h3>${number}. ${html(text)}</h3>
<p><span class="sign">${html(id)}: ${KINDS[kind]}${worse ? `; ${html(worse)}` : ''}</span><br>
${when ? `Ställs om ${html(when)}.` : 'Ställs till alla.'}${why ? ` <br>Förklaring: ${html(why)}` : ''}
${flags.length > 0 ? `<br><span class="flag">Röd flagga: ${flags.map(html).join('; ')}</span>` : ''}</p>
${rows.length > 0 ? `<table>${head(['Svar', 'Röd flagga', 'Tecken för säkerhetsreglerna'])}<tbody>${rows.join('\n')}</tbody></table>` : ''}</div>`;
}

function checkIns({ checkIns: all, unanswered }: FlowReport): string {
  if (all.length === 0) return '<p>Flödet frågar inte igen medan invånaren väntar.</p>';
  const asked = all.map(
    ({ after, questions }) => `<h3>Efter ${html(after)}</h3>\n${questions.map(questionHtml).join('\n')}`,
  );
  const times = unanswered.map(({ urgency, within }) => `efter ${html(within)} vid prioritet ${urgency}`);
  return `<p>Den som väntar i en kö får frågorna så lång tid efter att väntan började. Flödets regler gäller som förut, och prioriteten kan bara höjas.</p>
${asked.join('\n')}
<p>En röd flagga höjer ärendet minst dit den säger, och flyttar det i kön; leder den till 112 eller akutmottagning får invånaren rådet genast. Andra svar ändrar ingenting.</p>
<p>Utan svar: personalen ser i kön och i ärendet att avstämningen inte besvarats, ${times.join(', ')}; vid annan prioritet sägs ingenting. Ärendet behåller sin plats och sin prioritet. Frågan går fortfarande att besvara, och ingen senare avstämning ställs innan dess.</p>`;
}

function redFlags({ redFlags: flags }: FlowReport): string {
  if (flags.length === 0) return '<p>Inga.</p>';
  const rows = flags.map(
    ({ question, answer, level, condition }) =>
      `<tr><td>${levelName(level)}</td><td>${question}</td><td>${html(answer)}</td><td>${html(condition ?? '')}</td></tr>`,
  );
  return `<table>${head(['Minst', 'Fråga', 'Svar', 'Bara om'])}<tbody>${rows.join('\n')}</tbody></table>
<p>De tre första graderna avgör genast. Efter en flagga av lägre grad ställs bara frågor som kan visa något mer brådskande.</p>`;
}

function rules({ rules: all }: FlowReport): string {
  const rows = all.map(
    ({ name, when, outcome, text }) =>
      `<tr><td>${html(name)}</td><td>${html(when ?? '')}</td><td>${html(outcome)}</td><td><a href="#text-${html(text)}">${html(text)}</a></td></tr>`,
  );
  return `<table>${head(['Regel', 'När', 'Utfall', 'Råd'])}<tbody>${rows.join('\n')}</tbody></table>
<p>En regel som är mindre brådskande än en funnen röd flagga hoppas över.</p>`;
}

function figure(drawing: string): string {
  return `<div class="wide">${drawing}</div>
<p>Streckad ruta: frågan ställs inte till alla. Streckad pil: förbi frågor som inte ställs. Röd pil: en röd flagga som avgör genast. Siffrorna vid utfallen är reglerna. Samma sak står i ord ovan.</p>`;
}

function proved({ proved: promises }: FlowReport): string {
  if (promises === null) return '<p>Inget är bevisat om detta innehåll.</p>';
  return `<ul>${promises
    .map(
      ({ promise, holds, faults }) =>
        `<li>${holds ? '✓' : '<span class="flag">✗ Håller inte:</span>'} ${html(promise)}${faults.map((fault) => `<br>${html(fault)}`).join('')}</li>`,
    )
    .join('\n')}</ul>`;
}

function described({ described: patients }: FlowReport): string {
  const rows = patients.map(
    ({ name, isOrdinary, asked, ends }) =>
      `<tr><td>${html(name)}${isOrdinary ? ' <em>(vanlig)</em>' : ''}</td><td>${asked}</td><td>${html(ends)}</td></tr>`,
  );
  return `<table>${head(['Patient', 'Frågor', 'Slutar i'])}<tbody>${rows.join('\n')}</tbody></table>`;
}

function texts({ texts: all }: FlowReport): string {
  return all
    .map(
      ({ id, now, why, steps, watchFor }) => `<section id="text-${html(id)}"><h3>${html(id)}</h3>
<p><strong>${html(now)}</strong> ${html(why)}</p>${list(steps, '')}<p>Hör av dig igen:</p>${list(watchFor, '')}</section>`,
    )
    .join('\n');
}

function approvals({ approvals: all }: FlowReport): string {
  return list(
    all.map(
      ({ version, from, to, by, why }) =>
        `Version ${version}: från ${CARE_LEVEL_NAMES[from].sv} till ${CARE_LEVEL_NAMES[to].sv}, av ${by}. ${why}`,
    ),
    '',
  );
}

function signature({ id, version, hash }: FlowReport): string {
  return `<p>Jag har läst frågor, svar, regler och råd och tagit ställning till tvivlen. Flödet ${html(id)} version ${version} får användas.</p>
<p>Namn och yrkesroll: <span class="line">&nbsp;</span></p><p>Datum: <span class="line">&nbsp;</span></p><p>Underskrift: <span class="line">&nbsp;</span></p>
<p>Därefter skrivs <code>review: reviewed by NAMN on DATUM</code> i flödet, och kontrollsumman av det nya innehållet i reviewed.lock.json. Det här innehållet har <code>${hash}</code>.</p>`;
}

function levelName(level: CareLevel): string {
  return html(CARE_LEVEL_NAMES[level].sv);
}

function section(title: string, content: string): string {
  return `<section><h2>${html(title)}</h2>\n${content}</section>`;
}

function list(items: readonly string[], none: string): string {
  if (items.length === 0) return none === '' ? '' : `<p>${none}</p>`;
  return `<ul>${items.map((item) => `<li>${html(item)}</li>`).join('\n')}</ul>`;
}

function row(name: string, value: string): string {
  return `<tr><th scope="row">${name}</th><td>${value}</td></tr>`;
}

function head(names: readonly string[]): string {
  return `<thead><tr>${names.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>`;
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${html(title)}</title><style>${STYLE}</style></head>
<body>
${content}
</body>
</html>
`;
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
