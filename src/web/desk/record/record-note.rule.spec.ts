import {
  type DeskCase,
  RECORD_NOTE_MAX,
  TIMELINE_KINDS,
  TIMELINE_RULES,
  type TimelineActor,
  type TimelineEntry,
} from '../../../contracts/index.js';
import { SECTION_OF } from './note-sections.js';
import { recordNote } from './record-note.rule.js';

const now = new Date('2026-11-24T10:00:00.000Z');
const both = (sv: string, en = `${sv} (en)`) => ({ sv, en });
const lisa: TimelineActor = { kind: 'resident', name: 'Lisa Andersson', personId: 'lisa' };
const anna: TimelineActor = {
  kind: 'staff',
  name: 'Anna Berg',
  role: 'nurse',
  unit: 'Herrgärdets vårdcentral',
  commissionId: 'anna',
};
const author = { name: 'Anna Berg', role: 'nurse', unit: 'Herrgärdets vårdcentral' } as const;
const unit = { id: 'u', slug: 'herrgardet', name: 'Herrgärdets vårdcentral', kind: 'clinic' as const };
const hotline = { id: 'h', slug: '1177', name: '1177 Sjukvårdsrådgivningen', kind: 'hotline' as const };

let number = 0;
function entry<K extends TimelineEntry['kind']>(
  kind: K,
  body: TimelineEntry<K>['body'],
  actor: TimelineActor = anna,
  at = '2026-11-24T09:05:00.000Z',
): TimelineEntry {
  number += 1;
  return { caseId: 'x', number, id: `i${number}`, at, kind, actor, staffOnly: false, body } as TimelineEntry;
}

const plain = {
  startedAt: '2026-11-24T09:00:00.000Z',
  origin: '1177.se',
  byTelephone: false,
  guardian: null,
  language: 'sv',
  words: 'Ont i ryggen sen igår',
  images: [],
  reason: both('Ont i ryggen', 'Back pain'),
  alarms: [],
  redFlags: [],
  result: null,
  advice: null,
  triage: null,
  bookings: [],
  patient: { id: 'lisa', givenName: 'Lisa', familyName: 'Andersson', identityNumber: '199001012384' },
} as unknown as DeskCase;

const note = (change: Partial<DeskCase> = {}, entries: TimelineEntry[] = []) =>
  recordNote({ deskCase: { ...plain, ...change }, entries, author, now });

/** The lines under a heading; none where the note has no such heading. */
function under(heading: string, text: string): string[] {
  const block = text.split('\n\n').find((each) => each.startsWith(`${heading}\n`));
  return block ? block.split('\n').slice(1) : [];
}

const question = (id: string, kind: string, sv: string, options?: [string, string, boolean?][]) => ({
  id,
  kind,
  text: both(sv),
  optional: true,
  options: options?.map(([option, text, exclusive]) => ({ id: option, text: both(text), exclusive })),
});
const answers = {
  answered: [
    {
      question: question('alarm', 'several', 'Stämmer något?', [
        ['urine', 'Svårt att kissa'],
        ['leg', 'Svag i ett ben'],
        ['none', 'Nej, inget', true],
      ]),
      value: ['none'],
    },
    { question: question('fall', 'yes-no', 'Började det efter ett fall?'), value: 'no' },
    { question: question('fever', 'yes-no', 'Har du feber?'), value: null },
    { question: question('long', 'duration', 'Hur länge?'), value: { amount: 2, unit: 'days' } },
  ],
} as unknown as DeskCase['triage'];
const shown = [
  entry(
    'answer',
    { questionId: 'alarm', question: both('-'), value: ['none'], shown: both('Nej, inget') },
    lisa,
  ),
  entry('answer', { questionId: 'fall', question: both('-'), value: 'no', shown: both('Nej') }, lisa),
  entry(
    'answer',
    { questionId: 'long', question: both('-'), value: { amount: 2, unit: 'days' }, shown: both('2 dagar') },
    lisa,
  ),
];

describe('the note for the record', () => {
  it('has the headings of a record, in their order, and none with nothing under it', () => {
    const headings = note()
      .split('\n\n')
      .map((block) => block.split('\n')[0]);
    expect(headings).toEqual(['Kontaktorsak', 'Anamnes', 'Varningstecken', 'Handlagt av']);
  });

  it('says why, when and from where, and keeps the words as they were written', () => {
    expect(under('Kontaktorsak', note())).toEqual([
      'Ont i ryggen',
      'Inkom digitalt 2026-11-24 10.00, 1177.se.',
    ]);
    expect(under('Anamnes', note())).toEqual(['Egna ord: ”Ont i ryggen sen igår”']);
  });

  it.each<[string, Partial<DeskCase>, string, string]>([
    ['a caller', { byTelephone: true }, 'Kontaktorsak', 'Inkom per telefon 2026-11-24 10.00, 1177.se.'],
    [
      'words of a caller',
      { byTelephone: true },
      'Anamnes',
      'Egna ord, nedskrivna av personal: ”Ont i ryggen sen igår”',
    ],
    [
      'a guardian',
      { guardian: { id: 'g', givenName: 'Samir', familyName: 'Ek' } },
      'Kontaktorsak',
      'Skrivet av vårdnadshavare: Samir Ek.',
    ],
    [
      'somebody who writes English: Swedish headings all the same',
      { language: 'en' },
      'Kontaktorsak',
      'Skriver på engelska.',
    ],
    ['no contact reason', { reason: null }, 'Kontaktorsak', 'Ingen kontaktorsak är vald.'],
    ['questions not answered', {}, 'Varningstecken', 'Frågorna är inte besvarade.'],
    ['no red flags', { result: {} as DeskCase['result'] }, 'Varningstecken', 'Inga varningstecken i svaren.'],
    [
      'a red flag',
      { redFlags: [{ questionId: 'q', text: both('Stämmer något? Svag i ett ben'), urgency: 2 }] },
      'Varningstecken',
      '- Stämmer något? Svag i ett ben (prioritet 2)',
    ],
    [
      'an alarm that was not meant',
      {
        alarms: [
          {
            number: 2,
            entry: null,
            alarmId: 'a',
            urgency: 1,
            means: both('Svårt att få luft'),
            help: [],
            answer: 'not-meant',
          },
        ],
      },
      'Varningstecken',
      '- Egna ord: Svårt att få luft, prioritet 1. ”Det var inte så jag menade”.',
    ],
    [
      'a time that stands',
      {
        bookings: [
          {
            id: 'b',
            timeId: 't',
            unit,
            address: 'Gatan 1',
            kind: 'nurse-visit',
            performerName: 'Eva Ek',
            startsAt: '2026-11-25T07:30:00.000Z',
            endsAt: '2026-11-25T08:00:00.000Z',
            bookedBy: 'staff',
            cancelled: false,
          },
        ],
      },
      'Planering',
      'Bokad tid 2026-11-25 08.30: besök hos sjuksköterska, Eva Ek, Herrgärdets vårdcentral, Gatan 1 (bokad av personal).',
    ],
  ])('%s', (_name, change, heading, line) => {
    expect(under(heading, note(change))).toContain(line);
  });

  it('a time that was cancelled is not planned', () => {
    const bookings = [{ cancelled: true }] as DeskCase['bookings'];
    expect(under('Planering', note({ bookings }))).toEqual([]);
  });

  it('tells apart what is so, what was denied, and what was passed over: that denies nothing', () => {
    const text = note({ triage: answers }, shown);
    expect(under('Anamnes', text)).toEqual([
      'Egna ord: ”Ont i ryggen sen igår”',
      'Hur länge? 2 dagar',
      'Har du feber? (inte besvarad)',
    ]);
    expect(under('Förnekar', text)).toEqual([
      'Stämmer något? Nej, inget',
      '- Svårt att kissa',
      '- Svag i ett ben',
      'Började det efter ett fall? Nej',
    ]);
  });

  it('tells a medicine that was chosen with its ATC code', () => {
    const name = question('name', 'several', 'Vilket läkemedel?', [['ace', 'Enalapril, ramipril']]);
    const options = name.options?.map((option) => ({ ...option, atc: 'C09AA' }));
    const triage = {
      answered: [{ question: { ...name, options }, value: ['ace'] }],
    } as unknown as DeskCase['triage'];
    const body = {
      questionId: 'name',
      question: both('-'),
      value: ['ace'],
      shown: both('Enalapril, ramipril'),
    };
    expect(under('Anamnes', note({ triage }, [entry('answer', body, lisa)]))).toContain(
      'Vilket läkemedel? Enalapril, ramipril (ATC C09AA)',
    );
  });

  it('tells what was written, by whom and when, in their own words', () => {
    const text = note({}, [
      entry('message', { text: 'It hurts  when I bend', attachments: [] }, lisa),
      entry('message', { text: 'Sedan när?', attachments: [{ id: 'a', width: 1, height: 1 }] }),
      entry(
        'message',
        { text: 'Igår', attachments: [] },
        { kind: 'resident', name: 'Samir Ek', personId: 'g' },
      ),
    ]);
    expect(under('Skrivet i samtalet', text)).toEqual([
      '2026-11-24 10.05 Lisa Andersson, patient: It hurts  when I bend',
      '2026-11-24 10.05 Anna Berg, sjuksköterska: Sedan när? (1 bild)',
      '2026-11-24 10.05 Samir Ek, vårdnadshavare: Igår',
    ]);
  });

  it('tells what was decided and done, by whom and when', () => {
    const party = { consultationId: 'k', unit, competence: 'physician' as const, colleague: null };
    const text = note({}, [
      entry('urgency-changed', { from: 3, to: 4, reason: 'Mår bättre' }),
      entry('consultation-asked', { ...party, question: 'Röntgen?' }),
      entry(
        'consultation-answered',
        { ...party, text: 'Nej' },
        { ...anna, name: 'Per Ny', role: 'physician', commissionId: 'per' },
      ),
      entry('transferred', { from: unit, to: hotline, competence: 'nurse', note: null }),
      entry('telephoned', { outcome: 'no-answer' }),
      entry('closed', { result: 'advice-given', note: null }),
    ]);
    expect(under('Bedömning', text)).toEqual([
      expect.stringMatching(/^2026-11-24 10\.05 Anna Berg .*3.*4$/),
      '2026-11-24 10.05 Anna Berg rådfrågade läkare, Herrgärdets vårdcentral',
      '2026-11-24 10.05 Per Ny svarade på konsultationen',
    ]);
    expect(under('Åtgärd', text)).toEqual([
      '2026-11-24 10.05 Anna Berg skickade ärendet från Herrgärdets vårdcentral till 1177 Sjukvårdsrådgivningen, sjuksköterska',
      '2026-11-24 10.05 Anna Berg ringde på telefon: inget svar',
      expect.stringMatching(/^2026-11-24 10\.05 Anna Berg avslutade ärendet: /),
    ]);
    expect(under('Handlagt av', text)).toEqual([
      'Anna Berg, sjuksköterska, Herrgärdets vårdcentral',
      'Per Ny, läkare, Herrgärdets vårdcentral',
      'Texten togs fram 2026-11-24 11.00 av Anna Berg, sjuksköterska, Herrgärdets vårdcentral.',
    ]);
  });

  it('has nothing of what staff were told that the patient does not read', () => {
    const party = { consultationId: 'k', unit, competence: 'physician' as const, colleague: null };
    const secret = 'Misstänker att hon far illa';
    const text = note({}, [
      entry('urgency-changed', { from: 3, to: 4, reason: secret }),
      entry('transferred', { from: unit, to: hotline, competence: 'nurse', note: secret }),
      entry('consultation-asked', { ...party, question: secret }),
      entry('consultation-answered', { ...party, text: secret }),
      entry('handed-back', { reason: secret }),
      entry('note', { text: secret }),
      entry('closed', { result: 'advice-given', note: secret }),
    ]);
    expect(text).not.toContain('far illa');
  });

  it('tells the advice with its steps, the oldest first; where staff sent the patient is told once', () => {
    const told = (by: object, at: string, sv: string) => ({
      by,
      at,
      outcome: null,
      now: both(sv),
      why: null,
      steps: [both('Rör på dig')],
      watchFor: [both('Domningar')],
      referral: null,
    });
    const advice = {
      standing: told({ kind: 'check-in' }, '2026-11-24T09:30:00.000Z', 'Åk till akuten.'),
      others: [
        told({ kind: 'staff', ...author }, '2026-11-24T09:20:00.000Z', 'Åk till sjukhuset.'),
        told({ kind: 'triage' }, '2026-11-24T09:10:00.000Z', 'Vila.'),
      ],
    } as DeskCase['advice'];
    const lines = under('Åtgärd', note({ advice }));
    expect(lines.filter((line) => line.startsWith('Råd'))).toEqual([
      'Råd till patienten 2026-11-24 10.10 (triagen): Vila.',
      'Råd till patienten 2026-11-24 10.30 (avstämning): Åk till akuten.',
    ]);
    expect(lines.slice(1, 4)).toEqual(['- Rör på dig', 'Var uppmärksam på:', '- Domningar']);
  });

  it('an answer while waiting stands with its time', () => {
    const body = {
      questionId: 'c',
      question: both('Är det värre?'),
      value: 'yes',
      shown: both('Ja'),
      checkIn: 1,
    };
    expect(under('Anamnes', note({}, [entry('answer', body, lisa)]))).toContain(
      'Avstämning 2026-11-24 10.05: Är det värre? Ja',
    );
  });

  it('leaves out what staff wrote to each other, and earlier notes for the record', () => {
    const text = note({}, [
      entry('note', { text: 'Ring inte hemma' }),
      entry('record-note-taken', { text: 'Tidigare text', way: 'copied' }),
    ]);
    expect(text).not.toMatch(/Ring inte hemma|Tidigare text/);
  });

  it('where it would be too long the oldest messages are left out, and it says how many', () => {
    const long = Array.from({ length: 6 }, (_, n) =>
      entry('message', { text: `${n}${'å'.repeat(3_900)}`, attachments: [] }, lisa),
    );
    const text = note({}, long);
    expect(text.length).toBeLessThanOrEqual(RECORD_NOTE_MAX);
    const lines = under('Skrivet i samtalet', text);
    expect(lines[0]).toBe('(3 äldre meddelanden är utelämnade. De står i ärendet.)');
    expect(lines.slice(1).map((line) => line.split('patient: ')[1]?.[0])).toEqual(['3', '4', '5']);
    expect(text).toContain('Handlagt av');
  });

  it('is itself for staff only, and each kind of entry has its place or none', () => {
    expect(TIMELINE_RULES['record-note-taken'].residents).toBeNull();
    expect(Object.keys(SECTION_OF).sort()).toEqual([...TIMELINE_KINDS].sort());
    const later = entry('brand-new' as 'note', { text: 'Okänt' });
    expect(note({}, [later])).not.toContain('Okänt');
  });
});
