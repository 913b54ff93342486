/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { asksToStay } from './asks-to-stay.js';

interface Step {
  sv: string;
  en: string;
}

/** Every step of advice that the flows have. */
function steps(): Step[] {
  const folder = 'triage-flows';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('flow.yaml') || file.startsWith('shared'),
  );
  return files
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => stepsIn(parse(readFileSync(path.join(folder, file), 'utf8'))));
}

function stepsIn(part: unknown): Step[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inside]) =>
    name === 'steps' && Array.isArray(inside) ? inside : stepsIn(inside),
  );
}

describe('asksToStay', () => {
  it('finds each step of a flow that is to stay and wait, and nothing else is said in it', () => {
    const about = steps().filter(
      ({ sv, en }) => /\bhär tills\b|^Stanna (kvar )?här/i.test(sv) || /^Stay here|^Wait here/.test(en),
    );
    expect(about.length).toBeGreaterThan(10);
    expect(about.filter((step) => !asksToStay(step))).toEqual([]);
    expect(about.filter(({ sv }) => /,| och /.test(sv))).toEqual([]);
  });

  it('leaves other steps', () => {
    expect(asksToStay({ sv: 'Lägg den som är slö på sidan och stanna kvar.', en: '' })).toBe(false);
    expect(asksToStay({ sv: 'Stanna hemma.', en: '' })).toBe(false);
  });
});
