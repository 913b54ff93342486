import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meaningFindings } from './flow-meaning.js';
import { realFlow } from './flows/real-flows.js';
import { offeredAfter, offersOf, openOffers, unknownOffers } from './offers.rule.js';

const general = realFlow('general');
const facts = { ageMonths: 40 * 12, sex: null, pregnant: null };
const offered = (answers: Record<string, string | string[]>, ageMonths = facts.ageMonths) =>
  offeredAfter({ questions: general.questions, facts: { ...facts, ageMonths }, answers });

describe('what is offered', () => {
  it('follows from where it is and what kind of trouble', () => {
    expect(offered({ danger: ['none'], where: 'face', 'face-trouble': 'ear' })).toEqual([
      'earache',
      'hearing',
      'object-in-ear-nose',
    ]);
    expect(offered({ danger: ['none'], where: 'face' })).toEqual([]);
    expect(offered({ danger: ['none'], where: 'face', 'face-trouble': 'other' })).toEqual([]);
  });

  it('is nothing once a red flag was found, whatever else is answered', () => {
    const flags = general.flow.questions.flatMap(({ id, kind, redFlags }) =>
      redFlags.flatMap(({ answer, if: condition }) =>
        'option' in answer && condition === null
          ? [{ [id]: kind === 'several' ? [answer.option] : answer.option }]
          : [],
      ),
    );
    const offering = general.flow.questions.flatMap(({ id, offers }) =>
      offers.map(({ option }) => ({ [id]: option })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...flags), fc.constantFrom(...offering), (flag, offer) => {
        expect(offered({ ...offer, ...flag })).toEqual([]);
      }),
    );
  });
});

describe('what is shown of it', () => {
  const flows = new Map(
    ['fever-adult', 'fever-child', 'pelvic-pain'].map((id) => [id, realFlow(id).flow] as const),
  );
  const shown = (ids: string[], declined: string[], who: typeof facts | object) =>
    openOffers(ids, declined, { ...facts, ...who }, (id) => flows.get(id) ?? null).map(({ id }) => id);

  it.each([
    ['an adult', {}, [], ['fever-adult', 'pelvic-pain']],
    ['a man', { sex: 'male' }, [], ['fever-adult']],
    ['a child', { ageMonths: 36 }, [], ['fever-child']],
    ['an adult who turned one down', {}, ['fever-adult'], ['pelvic-pain']],
  ])('%s sees what fits and is served', (_, who, declined, cards) => {
    expect(shown(['fever-adult', 'fever-child', 'pelvic-pain', 'not-served'], declined, who)).toEqual(cards);
  });
});

describe('offers that are refused', () => {
  const known = new Set(offersOf(general.flow.document).map(({ flowId }) => flowId));
  const wrong = (change: (document: typeof general.flow.document) => void) => {
    const document = structuredClone(general.flow.document);
    change(document);
    return [...meaningFindings(document), ...unknownOffers(document, known)];
  };
  const option = (document: typeof general.flow.document, question: string, id: string) => {
    const found = document.questions
      .find((each) => each.id === question)
      ?.options?.find((each) => each.id === id);
    if (!found) throw new Error(`No option ${id}`);
    return found;
  };

  it.each([
    [
      'of a flow that there is not',
      (document) => {
        option(document, 'face-trouble', 'ear').offers = ['mole-lump'];
      },
      /^There is no flow mole-lump to offer. Flows like it: .*mole-wart-lump/,
    ],
    [
      'beside a red flag',
      (document) => {
        option(document, 'face-trouble', 'ear')['red-flag'] = 3;
      },
      /ear is a red flag, and after one nothing else is offered/,
    ],
    [
      'of itself',
      (document) => {
        option(document, 'face-trouble', 'ear').offers = ['general'];
      },
      'general cannot be offered in itself.',
    ],
    [
      'by the last question',
      (document) => {
        const at = document.questions.findIndex(({ id }) => id === 'face-trouble');
        document.questions.splice(at + 1);
        document.rules = document.rules.slice(-1);
      },
      /face-trouble is the last question/,
    ],
  ] as [string, (document: typeof general.flow.document) => void, string | RegExp][])(
    '%s',
    (_, change, message) => {
      const found = wrong(change).find(({ path }) => path.includes('offers'));
      expect(found?.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
      expect(found?.path.slice(0, 2)).toEqual(['questions', expect.any(Number)]);
    },
  );
});
