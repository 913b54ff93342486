import { medicinesIn } from './medicine-codes.js';

const codes = (text: string) => medicinesIn(text).map(({ atc }) => atc);

describe('medicines that residents write', () => {
  it.each([
    ['Enalapril 10 mg, en tablett på morgonen, 12 kvar\nLevaxin (levotyroxin) 50', ['C09AA02', 'H03AA01']],
    ['candesartan 8 mg and levothyroxine, 20 left', ['C09CA06', 'H03AA01']],
    ['Escitalopramtabletter, inte citalopram', ['N06AB10', 'N06AB04']],
    ['oxycodone, hydroxyzine, clopidogrel, zopiclone', ['N02AA05', 'N05BB01', 'B01AC04', 'N05CF01']],
    ['metformin morgon, metformin kväll', ['A10BA02']],
  ])('%s', (text, expected) => expect(codes(text)).toEqual(expected));

  it('gives no code to what it does not know for sure', () => {
    expect(codes('blodtryckstabletten, den vita; enalaprl; hydrokortison; insulin')).toEqual([]);
  });
});
