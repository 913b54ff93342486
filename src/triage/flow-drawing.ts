import type { CareLevel } from './care-level.js';
import { CARE_LEVEL_NAMES, CARE_LEVELS, careLevelOf } from './care-level.js';
import type { CompiledFlow } from './flow-machine.rule.js';
import type { FlowWords } from './flow-words.js';
import { levelOf } from './red-flag-level.js';

/** The machine of a flow as boxes and arrows, for whatever draws them. */
export interface Drawing {
  boxes: DrawnBox[];
  arrows: DrawnArrow[];
}

export interface DrawnBox {
  id: string;
  kind: 'question' | 'rules' | 'ending';
  text: string;
  /** Of endings. */
  level: CareLevel | null;
  /** A question that is not asked of all. */
  isConditional: boolean;
}

export interface DrawnArrow {
  from: string;
  to: string;
  text: string;
  /** next: the usual way · passed: past questions that are not asked · flag: a red flag that decides at once · rule: which rule decides */
  kind: 'next' | 'passed' | 'flag' | 'rule';
}

const RULES = 'rules';

/** Draws questions in their order, the red flags that decide at once, and the rules at the end by where they lead. */
export function drawingOf({ flow, endings }: CompiledFlow, words: FlowWords): Drawing {
  const ids = [...flow.questions.map(({ id }) => `ask ${id}`), RULES];
  const isConditional = flow.questions.map(({ when, fact }) => when !== null || fact !== null);
  const boxes: DrawnBox[] = flow.questions.map(({ view }, at) => ({
    id: ids[at] ?? '',
    kind: 'question',
    text: `${at + 1}. ${words.of(view.text)}`,
    level: null,
    isConditional: isConditional[at] ?? false,
  }));
  const rulesText = words.say('Reglerna prövas i ordning', 'The rules are tried in order');
  boxes.push({ id: RULES, kind: 'rules', text: rulesText, level: null, isConditional: false });
  const arrows: DrawnArrow[] = [];
  flow.questions.forEach(({ redFlags }, at) => {
    const from = ids[at] ?? '';
    const passed = isConditional.slice(at + 1).indexOf(false);
    const last = passed < 0 ? ids.length - 1 : at + 1 + passed;
    arrows.push({ from, to: ids[at + 1] ?? RULES, text: '', kind: 'next' });
    // One arrow past all that may be passed says enough; every one between would be a thicket.
    if (last > at + 1) arrows.push({ from, to: ids[last] ?? RULES, text: '', kind: 'passed' });
    for (const level of CARE_LEVELS.slice(0, 3)) {
      const count = redFlags.filter((flag) => levelOf(flag) === level).length;
      if (count === 0) continue;
      const text =
        count === 1
          ? words.say('1 röd flagga', '1 red flag')
          : words.say(`${count} röda flaggor`, `${count} red flags`);
      arrows.push({ from, to: `end ${level}`, text, kind: 'flag' });
    }
  });
  const led = new Map<CareLevel, string[]>();
  for (const { rule, outcome } of endings.values()) {
    const name =
      rule === 'otherwise'
        ? words.say('annars', 'otherwise')
        : rule === 'red-flag'
          ? words.say('röd flagga', 'red flag')
          : rule;
    const level = careLevelOf(outcome);
    led.set(level, [...(led.get(level) ?? []), name]);
  }
  for (const [level, names] of led) {
    arrows.push({ from: RULES, to: `end ${level}`, text: [...new Set(names)].join(', '), kind: 'rule' });
  }
  for (const level of CARE_LEVELS) {
    const id = `end ${level}`;
    if (!arrows.some(({ to }) => to === id)) continue;
    boxes.push({ id, kind: 'ending', text: words.of(CARE_LEVEL_NAMES[level]), level, isConditional: false });
  }
  return { boxes, arrows };
}

/** The drawing for those who do not see it: each box that leads on, and where to. */
export function drawingInWords({ boxes, arrows }: Drawing, words: FlowWords): string[] {
  const nameOf = new Map(
    boxes.map(({ id, kind, text }, at) => [
      id,
      kind === 'question' ? words.say(`fråga ${at + 1}`, `question ${at + 1}`) : text,
    ]),
  );
  return boxes.flatMap(({ id, text, kind, isConditional }) => {
    if (kind === 'ending') return [];
    const ways = arrows
      .filter(({ from }) => from === id)
      .map(({ to, text: by, kind: way }) => {
        const name = nameOf.get(to) ?? to;
        if (way === 'passed') return words.say(`eller förbi till ${name}`, `or past to ${name}`);
        if (way === 'next') return words.say(`sedan ${name}`, `then ${name}`);
        return way === 'rule'
          ? words.say(`${name} av ${by}`, `${name} by ${by}`)
          : words.say(`${by} leder till ${name}`, `${by} to ${name}`);
      });
    const whom = isConditional ? words.say(' (inte till alla)', ' (not of all)') : '';
    return [`${text}${whom}: ${ways.join('; ')}.`];
  });
}
