import type { ResidentCase } from '../../src/contracts/index.js';
import { calmAnswer, Resident } from '../support/people.js';
import { quantile, rounded } from './figures.js';

const CASES = 60;
const WARM_UP = 10;

/**
 * One triage step as a resident meets it: PUT of an answer over HTTP, one after another, until the server has stepped
 * the machine, saved, and answered with the case. Milliseconds.
 */
export async function measureTriageStep(origin: string) {
  const times: number[] = [];
  for (let each = 0; each < CASES; each += 1) {
    const resident = await Resident.visit(origin);
    const { id } = await resident.start('Jag har ont i ryggen');
    let seen = await resident.ok<ResidentCase>('PUT', `/api/cases/${id}/reason`, { flowId: 'back-pain' });
    while (seen.triage?.question) {
      const { question } = seen.triage;
      const value = question.kind === 'one' ? question.options?.[0]?.id : calmAnswer(question);
      const startedAt = performance.now();
      seen = await resident.ok<ResidentCase>('PUT', `/api/cases/${id}/answers/${question.id}`, { value });
      if (each >= WARM_UP) times.push(performance.now() - startedAt);
    }
  }
  return {
    steps: times.length,
    medianMs: rounded(quantile(times, 0.5)),
    p95Ms: rounded(quantile(times, 0.95)),
    slowestMs: rounded(Math.max(...times)),
  };
}
