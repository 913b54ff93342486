import type { CareLevel } from './care-level.js';
import type { Drawing, DrawnArrow, DrawnBox } from './flow-drawing.js';

/** How many letters a line of a box holds. */
const LINE = 30;

const COLOURS: Record<CareLevel, string> = {
  'emergency-call': '#f6c9c9',
  'emergency-department': '#f9d9c3',
  now: '#fbe8bf',
  today: '#f5f0c4',
  days: '#d9ecd0',
  'can-wait': '#d5e8ea',
  'self-care': '#d7e3f4',
};

/** Boxes and arrows in the language of Graphviz. */
export function dotOf({ boxes, arrows }: Drawing): string {
  return `digraph {
    graph [rankdir=TB, nodesep=0.3, ranksep=0.35, fontname="sans-serif"]
    node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif", fontsize=11, margin="0.15,0.08"]
    edge [fontname="sans-serif", fontsize=10, color="#555555"]
    ${boxes.map(boxDot).join('\n')}
    ${arrows.map(arrowDot).join('\n')}
  }`;
}

function boxDot({ id, kind, text, level, isConditional }: DrawnBox): string {
  const style = isConditional ? ', style="rounded,filled,dashed"' : '';
  const fill = level ? `, fillcolor="${COLOURS[level]}"` : kind === 'rules' ? ', fillcolor="#eeeeee"' : '';
  return `${quoted(id)} [label=${quoted(wrapped(text))}${style}${fill}]`;
}

function arrowDot({ from, to, text, kind }: DrawnArrow): string {
  const look = {
    next: ', weight=10',
    passed: ', style=dashed, constraint=false',
    flag: ', color="#b3261e", fontcolor="#b3261e"',
    rule: '',
  }[kind];
  return `${quoted(from)} -> ${quoted(to)} [label=${quoted(wrapped(text))}${look}]`;
}

function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
