/// <reference types="node" />
import { readFileSync } from 'node:fs';

const css = readFileSync('src/web/ui/tokens.css', 'utf8');

function colours(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries([...block.matchAll(/--(c-[\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const grounds = ['ground', 'surface', 'sunken'];
const TEXT_PAIRS: [string, string][] = [
  ...['text', 'text-quiet', 'brand', 'brand-strong', 'danger'].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['on-call', 'call'],
  ...['brand', 'danger', 'warn', 'good', 'intern', 'consult'].flatMap((name): [string, string][] => [
    [name, `${name}-soft`],
    ['text', `${name}-soft`],
  ]),
  ['text-quiet', 'brand-soft'],
  ['text-quiet', 'intern-soft'],
  ['text-quiet', 'consult-soft'],
  ...['1', '2', '3', '4', '5'].map((urgency): [string, string] => ['on-urgency', `urgency-${urgency}`]),
];
/** Edges of controls and the focus ring: WCAG 1.4.11. */
const EDGE_PAIRS: [string, string][] = ['line-strong', 'focus'].flatMap((edge) =>
  grounds.map((ground): [string, string] => [edge, ground]),
);

describe.each([
  ['light', colours(':root')],
  ['dark', { ...colours(':root'), ...colours(':root[data-theme="dark"]') }],
])('colours, %s', (_theme, colour) => {
  it.each(TEXT_PAIRS)('%s on %s is at least 4.5 : 1', (text, ground) => {
    expect(contrast(colour[`c-${text}`]!, colour[`c-${ground}`]!)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(EDGE_PAIRS)('the edge %s on %s is at least 3 : 1', (edge, ground) => {
    expect(contrast(colour[`c-${edge}`]!, colour[`c-${ground}`]!)).toBeGreaterThanOrEqual(3);
  });
});
