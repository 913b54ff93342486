import type { TriageResult } from '../contracts/index.js';
import type { Flow } from './flow.types.js';
import { spokenFindings } from './flow-spoken.js';
import { madeUpFlow, nurse, yesNo } from './flows/made-up-flow.js';
import { type AdvicePart, spokenAdvice, spokenText } from './spoken-advice.rule.js';

const IN_QUEUE = 'Du står i kö. Får du inte hjälp i det här samtalet ringer vi upp dig.';

const RESULT: TriageResult = {
  outcome: 'chat',
  urgency: 2,
  competence: 'nurse',
  now: { sv: 'Skriv med en sjuksköterska på en gång.', en: 'Write with a nurse right away.' },
  why: { sv: 'Något av det du svarade behöver bedömas genast.', en: 'Something needs to be assessed.' },
  steps: [
    { sv: 'Stanna kvar här tills någon svarar.', en: 'Stay here until someone answers.' },
    { sv: 'Ha gärna någon hos dig.', en: 'If you can, have someone with you.' },
  ],
  watchFor: [{ sv: 'Ring 112 om det blir värre.', en: 'Call 112 if it gets worse.' }],
  redFlags: [],
  rule: 'otherwise',
};

describe('advice that is read out on the telephone', () => {
  it('tells of the queue and the call back in place of a chat, and leaves out what holds for who writes', () => {
    expect(spokenAdvice(RESULT)).toEqual({
      ...RESULT,
      now: {
        sv: IN_QUEUE,
        en: 'You are in the queue. If you are not helped during this call we will call you back.',
      },
      steps: [RESULT.steps[1]],
    });
  });

  it('keeps what is to be done at once beside it', () => {
    const now = { sv: 'Ring Giftinformationscentralen nu.', en: 'Call the poisons centre now.' };
    expect(spokenAdvice({ ...RESULT, now }).now.sv).toBe(`Ring Giftinformationscentralen nu. ${IN_QUEUE}`);
  });

  it('of self-care, of a time and of an emergency speaks of no queue', () => {
    for (const outcome of ['self-care', 'booking', 'emergency-department', 'emergency-call'] as const) {
      const now = { sv: 'Åk nu.', en: 'Go now.' };
      expect(spokenAdvice({ ...RESULT, outcome, now }).now).toEqual(now);
    }
  });

  it.each<[AdvicePart, string, string | null]>([
    [
      'now',
      'Skriv med en sjuksköterska nu, och ring 112 om det inte går över.',
      `${IN_QUEUE} Ring 112 om det inte går över.`,
    ],
    [
      'now',
      'Tryck hårt på såret nu, och skriv med en sjuksköterska i dag.',
      `Tryck hårt på såret nu. ${IN_QUEUE}`,
    ],
    ['now', 'Skriv med en sjuksköterska och skicka en bild. Svaret kommer.', `${IN_QUEUE} Svaret kommer.`],
    ['now', 'Stanna kvar här. En sjuksköterska skriver med dig nu.', IN_QUEUE],
    ['now', 'Du kan skriva en egen vårdbegäran på 1177.se.', 'Du kan skriva en egen vårdbegäran på 1177.se.'],
    ['why', 'Det kan komma sent. En sjuksköterska skriver med dig samtidigt.', 'Det kan komma sent.'],
    ['steps', 'Stanna kvar här tills någon svarar. Drick lite.', 'Drick lite.'],
    ['steps', 'Skriv vad du har tagit och när.', 'Berätta vad du har tagit och när.'],
    ['steps', 'Skriv också vilket hjälpmedel det gäller.', 'Berätta också vilket hjälpmedel det gäller.'],
    ['steps', 'Skriv telefonnummer och portkod.', 'Säg telefonnummer och portkod.'],
    ['steps', 'Skriv upp när det gör ont.', 'Skriv upp när det gör ont.'],
    ['steps', 'Skriv mat- och magdagbok i två veckor.', 'Skriv mat- och magdagbok i två veckor.'],
    [
      'steps',
      'Rita en linje runt det röda och skriv klockslag.',
      'Rita en linje runt det röda och skriv klockslag.',
    ],
    ['steps', 'Skicka gärna en bild i dagsljus.', null],
    [
      'steps',
      'Bris svarar på 116 111, också i chatten på bris.se.',
      'Bris svarar på 116 111, också i chatten på bris.se.',
    ],
    [
      'watchFor',
      'Ring 112 vid förvirring. Skriv här igen vid feber.',
      'Ring 112 vid förvirring. Ring oss igen vid feber.',
    ],
    ['watchFor', 'Skriv här igen genast vid feber.', 'Ring 1177 genast vid feber.'],
    ['watchFor', 'Skriv här eller ring 1177 om det blir värre.', 'Ring 1177 om det blir värre.'],
    ['watchFor', 'Är du redan gravid, skriv igen i dag.', 'Är du redan gravid, ring 1177 i dag.'],
  ])('says of %s “%s”: “%s”', (part, written, spoken) => {
    expect(spokenText({ sv: written, en: 'Wait.' }, part)?.sv ?? null).toBe(spoken);
  });
});

describe('a flow', () => {
  const { flow } = madeUpFlow([yesNo('alarm')], [{ otherwise: nurse(4) }]);
  const withStep = (sv: string, en: string): Flow => {
    const [name = '', advice] = Object.entries(flow.texts)[0] ?? [];
    if (!advice) throw new Error('The flow has no text');
    return { ...flow, texts: { [name]: { ...advice, steps: [{ sv, en }] } } };
  };

  it('may say what holds only for who writes where it can be turned', () => {
    expect(
      spokenFindings(withStep('Stanna kvar här tills någon svarar.', 'Stay here until someone answers.')),
    ).toEqual([]);
  });

  it.each([
    [
      'Mår du sämre ska du skriva här eller skriv med en läkare.',
      'Wait.',
      '"skriv med en " holds only for who writes',
    ],
    ['Vänta.', 'Please write here when worse.', '"write here" holds only for who writes'],
    ['Skicka gärna en bild.', 'Please add one.', 'left out in one language alone'],
  ])('is refused where “%s” and “%s” cannot', (sv, en, message) => {
    expect(spokenFindings(withStep(sv, en))).toEqual([
      { path: ['texts', expect.any(String), 'steps', 0], message: expect.stringContaining(message) },
    ]);
  });
});
