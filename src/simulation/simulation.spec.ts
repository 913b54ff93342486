import { readFileSync } from 'node:fs';
import type { SimulationResult } from '../contracts/index.js';
import type { RoutingPolicy } from '../routing/policy.rule.js';
import { reportCsv } from './report-csv.js';
import { reportSvg } from './report-svg.js';
import { reportText } from './report-text.js';
import { AS_IT_IS, draw, play, prepare } from './run.js';
import type { WhatIf } from './scenario.js';
import { parseScenario, SHIPPED_SCENARIO } from './scenario-file.js';
import { playOne, simulate } from './simulation.js';

const { scenario: shipped, policy } = parseScenario(readFileSync(SHIPPED_SCENARIO, 'utf8'));
/** Short, so that the spec is. */
const scenario = { ...shipped, warmUpDays: 0, days: 1, seeds: 1, use: [92] };
const usual = simulate(scenario, policy);

function slussen({ uses }: SimulationResult) {
  const [use] = uses;
  if (!use) throw new Error('One use is played');
  return use.strategies.slussen;
}

function playSlussen({
  policy: other = policy,
  whatIf = AS_IT_IS,
}: {
  policy?: RoutingPolicy;
  whatIf?: WhatIf;
}) {
  const stage = prepare(scenario, other, whatIf);
  return playOne(stage, draw(stage, 92, 1), 'slussen');
}

describe('a simulation', () => {
  it('comes out the same every time, and says how far it has come', () => {
    const steps: number[] = [];
    expect(simulate(scenario, policy, { progress: (done) => steps.push(done) })).toEqual(usual);
    expect(steps).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('comes out otherwise under another policy (P7)', () => {
    const alone = playSlussen({ policy: { ...policy, agreements: [], cooperations: [] } });
    expect(alone.urgencies[2].mean).toBeGreaterThan(5 * (playSlussen({}).urgencies[2].mean ?? 0));
  });

  it('answers what more staff or demand would do', () => {
    const now = playSlussen({});
    const more = playSlussen({
      whatIf: { demand: 1, extra: [{ kind: 'clinic', competence: 'nurse', people: 1 }] },
    });
    const busier = playSlussen({ whatIf: { demand: 1.2, extra: [] } });
    expect(more.all.cases).toBe(now.all.cases);
    expect(more.usedCapacity).toBeLessThan(now.usedCapacity ?? 0);
    expect(busier.usedCapacity).toBeGreaterThan(now.usedCapacity ?? 0);
  });

  it('gives every strategy the same cases and loses none', () => {
    const stage = prepare(scenario, policy);
    const arrivals = draw(stage, 92, 3);
    for (const strategy of ['phone', 'static', 'slussen', 'bound'] as const) {
      const { courses, world } = play(stage, arrivals, strategy);
      expect(courses.map(({ caseId }) => caseId)).toEqual(arrivals.map(({ caseId }) => caseId));
      const ended = courses.filter(({ helpedAt, gaveUpAt }) => helpedAt !== null || gaveUpAt !== null);
      const desks = world.units.flatMap(({ list }) => list);
      const waiting = desks.reduce((sum, { queue }) => sum + queue.length, 0);
      expect(ended.length + waiting).toBe(arrivals.length);
      expect(courses.filter(({ helpedAt, gaveUpAt }) => helpedAt !== null && gaveUpAt !== null)).toEqual([]);
    }
  });

  it('helps nobody who came after the target of another at the same desk had run out before that other (P3)', () => {
    const stage = prepare(scenario, policy);
    const { courses } = play(stage, draw(stage, 97, 1), 'slussen');
    const stayed = courses.filter(
      ({ urgency, helpedAt, stays }) => urgency > 2 && helpedAt !== null && stays === 1,
    );
    const overdue = stayed.filter(({ helpedAt, dueAt }) => (helpedAt ?? 0) > dueAt.getTime());
    const overtaken = overdue.filter((late) =>
      stayed.some(
        ({ helpedBy, helpedAt, at }) =>
          helpedBy === late.helpedBy && (helpedAt ?? 0) < (late.helpedAt ?? 0) && at > late.dueAt.getTime(),
      ),
    );
    expect(overdue.length).toBeGreaterThan(0);
    expect(overtaken).toEqual([]);
  });
});

describe('its reports', () => {
  it('have every figure as a row, safe for a spreadsheet', () => {
    const rows = reportCsv(usual).split('\r\n');
    expect(rows[0]).toBe('use,strategy,group,figure,value,low,high');
    expect(rows.some((row) => /^92,slussen,urgency 2,mean,[\d.e-]+,,$/.test(row))).toBe(true);
    expect(rows.some((row) => row.startsWith('92,phone,all,E2,'))).toBe(true);
    expect(rows.some((row) => row.startsWith('92,slussen,Almby,usedCapacity,'))).toBe(true);
    const odd = structuredClone(usual);
    for (const unit of slussen(odd).units) unit.name = '=1+1,"x"';
    expect(reportCsv(odd)).toContain(`"'=1+1,""x""",mean,`);
  });

  it('are told in tables and drawn in both languages', () => {
    const text = reportText(usual);
    for (const goal of ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E8', 'E9'])
      expect(text).toContain(`| ${goal} |`);
    expect(reportSvg(usual, 'sv')).toContain('Prioritet 2');
    const svg = reportSvg(usual, 'en');
    expect(svg).toContain('Urgency 5');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
