import { translator } from '../../i18n/i18n.js';
import { deskTexts } from '../texts/desk-texts.js';
import { ageText, isChild, sexText } from './age.js';

const sv = translator(deskTexts, 'sv');

describe('age and sex in text', () => {
  it.each([
    [0, 'yngre än en månad'],
    [1, '1 månad'],
    [9, '9 månader'],
    [23, '23 månader'],
    [24, '2 år'],
    [420, '35 år'],
  ])('%s months', (months, said) => {
    expect(ageText(months, sv)).toBe(said);
  });

  it('says girl and boy under 18', () => {
    expect(isChild(215)).toBe(true);
    expect(sexText('male', 215, sv)).toBe('pojke');
    expect(sexText('male', 216, sv)).toBe('man');
    expect(sexText(null, 9, sv)).toBe('kön okänt');
  });
});
