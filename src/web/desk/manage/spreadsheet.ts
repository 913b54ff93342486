import type { Language } from '../../../contracts/index.js';

/** Without it Excel takes the letters for those of an older alphabet. */
const BYTE_ORDER_MARK = '\uFEFF';
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
const FRACTION = /^-?\d+\.\d+$/;

/**
 * A table of comma-separated text as the spreadsheet of a language opens it by a double click: where the comma parts
 * whole from fraction, as in Swedish, semicolons part the cells.
 */
export function forSpreadsheet(csv: string, language: Language): string {
  if (language === 'en') return BYTE_ORDER_MARK + csv;
  const cells = new RegExp(CELL);
  let made = BYTE_ORDER_MARK;
  while (cells.lastIndex < csv.length) {
    const found = cells.exec(csv);
    if (!found) throw new Error('No comma-separated text');
    const [, quoted, plain = '', end] = found;
    made += cell(quoted?.replaceAll('""', '"') ?? plain) + (end === ',' ? ';' : end);
  }
  return made;
}

function cell(text: string): string {
  if (FRACTION.test(text)) return text.replace('.', ',');
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
