import { deskTextsIn } from '../texts/desk-texts.js';
import { waitText } from './wait-text.js';

const sv = deskTextsIn(
  'sv',
  () => new Date(),
  () => undefined,
);

it.each([
  [0, 0, 'högst 1 min'],
  [0.4, 4.2, 'högst 5 min'],
  [5, 20, '5–20 min'],
  [7.9, 7.2, '7–8 min'],
  [20, 59.5, '20 min–1 tim'],
  [42, 93, '42 min–1 tim 35 min'],
  [125, 301, '2 tim 5 min–5 tim 30 min'],
  [70, 70, '1 tim 10 min'],
])('%s to %s minutes are "%s"', (fromMinutes, toMinutes, text) => {
  const said = waitText({ meanMinutes: toMinutes, fromMinutes, toMinutes }, sv);
  expect(said.replace(/\u00a0/g, ' ')).toBe(text);
});
