import { flowInWords } from '../triage/flow-in-words.js';
import { reportOf } from '../triage/flow-report.js';
import { realFlows } from '../triage/flows/real-flows.js';
import { reportPage } from './report-page.js';

const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const all = [...realFlows().values()];
const pageOf = (flow: (typeof all)[number]) =>
  reportPage(reportOf(flow, { patients: [], demands: [], proof: null }, 'sv'), '');

describe('the page that a clinician signs', () => {
  it('has every question and answer of the check-ins, when they are asked, and what follows without an answer', () => {
    const asking = all.filter(({ flow }) => flow.checkIns.length > 0);
    expect(asking.length).toBeGreaterThan(5);
    for (const flow of asking) {
      const page = pageOf(flow);
      for (const { questions } of flowInWords(flow).checkIns) {
        for (const { number, text, answers } of questions) {
          expect(page).toContain(html(`${number}. ${text.sv}`));
          for (const answer of answers) expect(page).toContain(html(answer.text.sv));
        }
      }
      expect(page).toMatch(/<h3>Efter \d+ (minuter|timmar)|<h3>Efter 1 timme/);
      expect(page).toContain('efter 15 minuter vid prioritet 2, efter 1 timme vid prioritet 3');
    }
  });

  it('says so where nothing is asked again', () => {
    const [silent] = all.filter(({ flow }) => flow.checkIns.length === 0);
    expect(silent && pageOf(silent)).toContain('Flödet frågar inte igen medan invånaren väntar.');
  });
});
