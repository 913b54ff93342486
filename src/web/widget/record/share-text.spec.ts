import { type Shared, shareText } from './share-text.js';

const SHARED: Shared = {
  reason: 'Ont i ryggen',
  patientName: 'Lisa Andersson',
  advice: [{ title: 'Det här kan du göra', lines: ['Rör dig.'] }],
  times: {
    title: 'Bokade tider',
    lines: [{ text: 'onsdag 08.00, Herrgärdet', performerName: 'Omar Fysio' }],
  },
  words: [
    { title: 'Det du skrev', lines: ['Jag, 19121212-1212 (121212+1212), har ont. Ring 070-123 45 67.'] },
  ],
};

describe('what is shared of a case', () => {
  it('is the advice and the times, without names or own words', () => {
    expect(shareText(SHARED, { names: false, words: false })).toBe(
      'Ont i ryggen\n\nDet här kan du göra\n– Rör dig.\n\nBokade tider\n– onsdag 08.00, Herrgärdet',
    );
  });

  it('has names only when they are chosen', () => {
    const text = shareText(SHARED, { names: true, words: false });
    expect(text).toContain('Ont i ryggen\nLisa Andersson');
    expect(text).toContain('Herrgärdet, Omar Fysio');
  });

  it('has own words when they are chosen, without the identity numbers in them', () => {
    const text = shareText(SHARED, { names: false, words: true });
    expect(text).toContain('– Jag, … (…), har ont. Ring 070-123 45 67.');
    expect(shareText(SHARED, { names: true, words: true })).toContain('19121212-1212');
  });

  it('has no heading without lines', () => {
    const bare = { ...SHARED, advice: [], times: { title: 'Bokade tider', lines: [] }, words: [] };
    expect(shareText(bare, { names: false, words: true })).toBe('Ont i ryggen');
  });
});
