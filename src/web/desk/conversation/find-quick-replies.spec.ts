import { findQuickReplies, quickQuery } from './find-quick-replies.js';

const reply = (title: string, sv: string) => ({ id: title, title, text: { sv, en: `${sv} (en)` } });
const all = [
  reply('Återkom', 'Hör av dig igen'),
  reply('Bild', 'Kan du ta en bild?'),
  reply('Hej', 'Hej, jag heter'),
];
const titles = (query: string) => findQuickReplies(all, query, 'sv').map((one) => one.title);

describe('quick replies', () => {
  it.each([
    ['/', ''],
    ['/ hej', 'hej'],
    ['/ta bild', 'ta bild'],
    ['hej /', null],
    ['/a\nb', null],
    ['', null],
  ])('reads what is searched for in %j', (text, query) => {
    expect(quickQuery(text)).toBe(query);
  });

  it('shows all by title when nothing is searched for', () => {
    expect(titles('')).toEqual(['Bild', 'Hej', 'Återkom']);
  });

  it('finds every word in title or text, titles that begin so first', () => {
    expect(titles('h')).toEqual(['Hej', 'Återkom']);
    expect(titles('BILD ta')).toEqual(['Bild']);
    expect(titles('finns inte')).toEqual([]);
  });
});
