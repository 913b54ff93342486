import { alarmIdOf, type MayBeWatched, watchedText } from './watched-text.rule.js';

const entry = (
  kind: MayBeWatched['kind'],
  body: unknown,
  actor: MayBeWatched['actor']['kind'] = 'resident',
): MayBeWatched => ({ id: 'e', number: 7, kind, actor: { kind: actor }, body });
const both = (text: string) => ({ sv: text, en: text });

describe('what is read for alarms', () => {
  it.each([
    ['a message', entry('message', { text: 'Ont i bröstet', attachments: [] }), 'Ont i bröstet'],
    ['the caption of an image', entry('message', { text: 'Så här', attachments: [{ id: 'a' }] }), 'Så här'],
    ['a free answer', entry('answer', { value: 'Det trycker', shown: both('Det trycker') }), 'Det trycker'],
    ['the words of a rating', entry('rated', { score: 2, words: 'Det trycker' }), 'Det trycker'],
    [
      'a free answer that staff typed for somebody on the telephone',
      entry('answer', { value: 'Det trycker', shown: both('Det trycker') }, 'staff'),
      'Det trycker',
    ],
  ])('%s of the resident', (_, written, text) => {
    expect(watchedText(written)).toEqual({ entryId: 'e', number: 7, text });
  });

  it.each([
    ['a message of staff', entry('message', { text: 'Har du ont i bröstet?', attachments: [] }, 'staff')],
    ['a note of staff', entry('note', { text: 'Har ont i bröstet' }, 'staff')],
    [
      'an option that staff chose',
      entry('answer', { value: 'none', shown: { sv: 'Nej', en: 'No' } }, 'staff'),
    ],
    ['an image without a caption', entry('message', { text: ' ', attachments: [{ id: 'a' }] })],
    ['a chosen option', entry('answer', { value: 'none', shown: { sv: 'Nej', en: 'No' } })],
    ['a number', entry('answer', { value: 4, shown: both('4') })],
    ['a rating without words', entry('rated', { score: 2, words: null })],
    ['what is no text', entry('withdrawn', {})],
  ])('not %s', (_, written) => {
    expect(watchedText(written)).toBeNull();
  });

  it('has one id for the alarm of one entry', () => {
    expect(alarmIdOf('a')).toBe(alarmIdOf('a'));
    expect(alarmIdOf('a')).not.toBe(alarmIdOf('b'));
    expect(new Set([alarmIdOf('a'), alarmIdOf('a', 1), alarmIdOf('a', 2)]).size).toBe(3);
    expect(alarmIdOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
