import { type Anchor, BEGINNING, ChainCheck, type Link, linkOf } from './chain.rule.js';

/** A chain of entries with these words, whole as it was kept. */
function chainOf(...words: string[]): { id: string; words: string; hash: string }[] {
  let before = BEGINNING;
  return words.map((each, index) => {
    before = linkOf(before, each);
    return { id: `${index + 1}`, words: each, hash: before };
  });
}

function tamperingOf(links: readonly Link[], anchors: Anchor[] = []) {
  const check = new ChainCheck(anchors);
  for (const link of links) check.next(link);
  return check.end().map(({ id, how }) => `${id} ${how}`);
}

const WHOLE = chainOf('anna read samir', 'anna read lisa', 'johan read samir', 'eva read samir');
const at = (place: number, change: Partial<Link>): Link[] =>
  WHOLE.map((link, index) => (index === place ? { ...link, ...change } : link));
const [, , third, last] = WHOLE as [Link, Link, Link, Link];
const ANCHORS = [third, last].map(({ id, hash }) => ({ upTo: id, hash: hash as string })); // each has one here

describe('a chain of the access log', () => {
  it.each<[string, Link[], string[]]>([
    ['whole', WHOLE, []],
    ['empty', [], ['3 removed', '4 removed']],
    ['with an altered entry', at(1, { words: 'nobody read lisa' }), ['2 altered']],
    ['with a removed entry', at(2, { words: null }), ['3 removed']],
    ['with the first removed', at(0, { words: null }), ['1 removed']],
    [
      'with an entry that came later',
      [WHOLE[0] as Link, { id: '1.5', words: 'eva read lisa', hash: null }, ...WHOLE.slice(1)],
      ['1.5 added-later'],
    ],
    [
      'with two altered',
      WHOLE.map((link) => (link.words?.startsWith('anna') ? { ...link, words: 'nobody' } : link)),
      ['1 altered', '2 altered'],
    ],
    ['with one taken out, its hash too', WHOLE.filter((_, index) => index !== 1), ['3 altered']],
    ['cut short', WHOLE.slice(0, 3), ['4 removed']],
    [
      'written anew from an altered entry',
      chainOf('anna read samir', 'nobody read lisa', 'johan read samir', 'eva read samir'),
      ['3 chain-rewritten', '4 chain-rewritten'],
    ],
  ])('%s', (_what, links, found) => {
    expect(tamperingOf(links, ANCHORS)).toEqual(found);
  });

  it('says without anchors what the database itself tells', () => {
    expect(tamperingOf(at(1, { words: 'nobody read lisa' }))).toEqual(['2 altered']);
    expect(tamperingOf(chainOf('written anew', 'from the first'))).toEqual([]);
  });
});
