import { phoneNumber } from './phone-number.js';

it.each([
  ['070-174 06 05', '+46701740605'],
  ['021-12 34 56', '+4621123456'],
  ['+46 (0)70 174 06 05', '+46701740605'],
  ['0046701740605', '+46701740605'],
  ['+47 22 12 34 56', '+4722123456'],
  ['112', null],
  ['hemma', null],
  ['', null],
  [`07${'0'.repeat(20)}`, null],
])('a telephone number is kept as it is dialled from anywhere: %s', (written, kept) => {
  expect(phoneNumber(written)).toBe(kept);
});
