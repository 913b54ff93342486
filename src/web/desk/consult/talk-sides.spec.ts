import type { Commission, ConsultationView } from '../../../contracts/index.js';
import { ownSide, talkedWith } from './talk-sides.js';

const unit = (id: string) => ({ id, slug: id, name: id, kind: 'clinic' as const });
const staff = (id: string, at: string) => ({ id, role: 'nurse', unit: unit(at) }) as Commission;
const anna = staff('anna', 'herrgardet');
const fatima = staff('fatima', 'herrgardet');
const jonas = staff('jonas', 'barn');
const linnea = staff('linnea', 'barn');
const named = ({ id, unit: { name } }: Commission) => ({
  commissionId: id,
  name: id,
  role: 'nurse',
  unit: name,
});

/** What Anna asked, as the server tells it to someone on that side now. */
const talk = (to: string, colleague: Commission | null, side: 'asker' | 'consulted') =>
  ({
    askedBy: named(anna),
    to: { unit: unit(to), competence: 'nurse', colleague: colleague && named(colleague) },
    side,
  }) as unknown as ConsultationView;

describe('with whom a talk was', () => {
  it.each([
    ['the asker, of a colleague', anna, talk('barn', jonas, 'asker'), 'jonas'],
    ['the asker, of a competence', anna, talk('barn', null, 'asker'), 'barn'],
    ['the asked', jonas, talk('barn', jonas, 'consulted'), 'anna'],
    ['the asked who has taken over, and now holds the case', jonas, talk('barn', jonas, 'asker'), 'anna'],
    ['one of the competence who has taken over', jonas, talk('barn', null, 'asker'), 'anna'],
    ['a colleague of the asked', linnea, talk('barn', jonas, 'consulted'), 'anna'],
    ['a colleague of the asker', fatima, talk('barn', jonas, 'asker'), 'jonas'],
    [
      'the asked at the asker’s own unit who has taken over',
      fatima,
      talk('herrgardet', fatima, 'asker'),
      'anna',
    ],
    ['the asker, of a colleague at the own unit', anna, talk('herrgardet', fatima, 'asker'), 'fatima'],
  ])('is told to %s', (_, who, given, name) => {
    expect(talkedWith(given, who)).toBe(name);
  });

  it('leaves what was said on the side of who said it when the case changes hands', () => {
    expect(ownSide(talk('barn', jonas, 'consulted'), jonas)).toBe('consulted');
    expect(ownSide(talk('barn', jonas, 'asker'), jonas)).toBe('consulted');
    expect(ownSide(talk('barn', null, 'consulted'), anna)).toBe('asker');
  });
});
