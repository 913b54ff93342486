import { defineTexts, translator } from './i18n.js';

const texts = defineTexts({
  plain: { sv: 'Hej', en: 'Hello' },
  named: { sv: 'Hej {name}', en: 'Hello {name}' },
  left: {
    sv: { one: 'Sista frågan', other: '{n} frågor kvar' },
    en: { one: 'The last question', other: '{n} questions left' },
  },
});

describe('translator', () => {
  const sv = translator(texts, 'sv');
  const en = translator(texts, 'en');

  it('gives the text of the language', () => {
    expect([sv.t('plain'), en.t('plain')]).toEqual(['Hej', 'Hello']);
    expect(sv.text({ sv: 'ja', en: 'yes' })).toBe('ja');
  });

  it('puts the values in', () => {
    expect(sv.t('named', { name: 'Lisa' })).toBe('Hej Lisa');
  });

  it('does not treat what is put in as a pattern', () => {
    expect(sv.t('named', { name: '{name} $& $1' })).toBe('Hej {name} $& $1');
  });

  it('chooses the plural by the rules of the language', () => {
    expect([0, 1, 4].map((n) => sv.t('left', { n }))).toEqual([
      '0 frågor kvar',
      'Sista frågan',
      '4 frågor kvar',
    ]);
    expect(en.t('left', { n: 1 })).toBe('The last question');
  });
});

describe('a draft of another language over it', () => {
  const arabic = translator(texts, 'sv', {
    code: 'ar',
    direction: 'rtl',
    draft: 'مسودة',
    texts: {
      Hello: 'مرحبا',
      yes: 'نعم',
      '{n} questions left': { two: 'سؤالان', few: '{n} أسئلة', other: '{n}' },
    },
  });

  it('is shown where it has the text, and else the language underneath', () => {
    expect([arabic.t('plain'), arabic.t('named', { name: 'Lisa' })]).toEqual(['مرحبا', 'Hej Lisa']);
    expect([arabic.text({ sv: 'ja', en: 'yes' }), arabic.text({ sv: 'nej', en: 'no' })]).toEqual([
      'نعم',
      'nej',
    ]);
  });

  it('has plurals of its own', () => {
    expect([2, 4, 100].map((n) => arabic.t('left', { n }))).toEqual(['سؤالان', '4 أسئلة', '100']);
  });
});
