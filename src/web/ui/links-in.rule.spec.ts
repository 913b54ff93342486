import { linksIn } from './links-in.rule.js';

const linked = (text: string, phone: string | null = '1177') =>
  linksIn(text, phone).flatMap(({ text: shown, href }) => (href ? [[shown, href]] : []));

describe('linksIn', () => {
  it.each([
    [
      'Anmäl till Digg, https://www.digg.se/tdosanmalan.',
      [['https://www.digg.se/tdosanmalan', 'https://www.digg.se/tdosanmalan']],
    ],
    ['(se https://www.imy.se/en)', [['https://www.imy.se/en', 'https://www.imy.se/en']]],
    ['Skriv till ombud@region.example.se.', [['ombud@region.example.se', 'mailto:ombud@region.example.se']]],
    ['Ring 1177, eller 112', [['1177', 'tel:1177']]],
    ['Läs på www.1177.se/halsont.', [['www.1177.se/halsont', 'https://www.1177.se/halsont']]],
    ['x.www.a.example och https://', []],
    ['Den 11772 och 21177', []],
    ['javascript:alert(1) http://a.example', []],
  ])('%s', (text, links) => {
    expect(linked(text)).toEqual(links);
  });

  it('takes the number as it is written', () => {
    expect(linked('Ring +46 8-465 004 00.', '+46 8-465 004 00')).toEqual([
      ['+46 8-465 004 00', 'tel:+46846500400'],
    ]);
  });

  it('takes no number where there is none', () => {
    expect(linked('Ring 1177, se https://www.1177.se', null)).toEqual([
      ['https://www.1177.se', 'https://www.1177.se'],
    ]);
  });

  it('loses nothing of the text', () => {
    const text = 'https://a.se och b@c.se, ring 1177. Slut';
    expect(
      linksIn(text, '1177')
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
