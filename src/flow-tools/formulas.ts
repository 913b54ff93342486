/** Formulas in the language of solvers (SMT-LIB), with what is known simplified away. */

export function and(parts: readonly string[]): string {
  if (parts.includes('false')) return 'false';
  return join('and', parts, 'true');
}

export function or(parts: readonly string[]): string {
  if (parts.includes('true')) return 'true';
  return join('or', parts, 'false');
}

export function not(formula: string): string {
  if (formula === 'true') return 'false';
  if (formula === 'false') return 'true';
  return formula.startsWith('(not ') && !formula.startsWith('(not (')
    ? formula.slice(5, -1)
    : `(not ${formula})`;
}

export function iff(one: string, other: string): string {
  return and([or([not(one), other]), or([one, not(other)])]);
}

/** That a name means a formula, which is written once. z3's way for what is true or false knows no "=". */
export function means(name: string, formula: string): string {
  return `(let ((meaning ${formula})) (and (or (not ${name}) meaning) (or ${name} (not meaning))))`;
}

export function exactlyOne(names: readonly string[]): string {
  if (names.length === 1) return names[0] ?? 'false';
  return `(and ${or(names)} ((_ at-most 1) ${names.join(' ')}))`;
}

export function atLeast(count: number, names: readonly string[]): string {
  if (count > names.length) return 'false';
  return `((_ at-least ${count}) ${names.join(' ')})`;
}

function join(word: 'and' | 'or', parts: readonly string[], empty: string): string {
  const needed = [...new Set(parts.filter((part) => part !== empty))];
  return needed.length > 1 ? `(${word} ${needed.join(' ')})` : (needed[0] ?? empty);
}
