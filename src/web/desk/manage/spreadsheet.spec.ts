import { forSpreadsheet } from './spreadsheet.js';

const TABLE = 'week,unit,minutes\r\n2026-11-16,"Åkeshov, norr; ""söder""",12.5\r\n,"a\r\nb",-3\r\n';

it('is opened whole in Swedish: letters, cells and fractions', () => {
  expect(forSpreadsheet(TABLE, 'sv')).toBe(
    '\uFEFFweek;unit;minutes\r\n2026-11-16;"Åkeshov, norr; ""söder""";12,5\r\n;"a\r\nb";-3\r\n',
  );
});

it('keeps commas and points in English', () => {
  expect(forSpreadsheet(TABLE, 'en')).toBe(`\uFEFF${TABLE}`);
});
