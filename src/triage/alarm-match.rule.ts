import { createPatternReader, type ReadText, type Span } from './alarm-patterns.js';
import type { Alarm, Alarms, Together } from './alarm-phrases.js';
import { createWordReader } from './reason-words.js';
import type { Synonyms } from './synonyms.js';
import { type Effort, effort, spend } from './written-text.js';

/**
 * Steps that one text may cost; they bound its time. Each kind has its own, so that none takes them from another; what is
 * spelt right is read even when no step is left.
 */
const MOST_STEPS = { reading: 3_500, phrases: 14_000, concepts: 14_000, together: 14_000 };
export const MOST_ALARM_EFFORT = Object.values(MOST_STEPS).reduce((sum, steps) => sum + steps, 0);
/** So many clauses may lie between what is said together. */
const NEAR = 3;
/** A subject is named so many words after what says that it is one, or so many before. */
const REACH = { after: 6, before: 1 };
/** A word that is only guessed raises no alarm. */
const SURE_ENOUGH = 0.8;
const MOST_WRITTEN = 200;

/** An alarm in what someone wrote. */
export interface AlarmFound {
  alarm: Alarm;
  /** The words that it was found by. */
  written: string;
}

export interface AlarmMatcher {
  /** The alarms in a text, the most urgent first, each once. */
  find(text: string): AlarmFound[];
  /** The steps that a text takes; at most `MOST_ALARM_EFFORT`. */
  effortOf(text: string): number;
}

type Efforts = Record<keyof typeof MOST_STEPS, Effort>;

/** What a phrase is there for: an alarm, what shows that it is not meant, or a concept. */
interface Use {
  is: 'alarm' | 'unless' | 'past' | 'concept' | 'never';
  /** The alarm's id, or the concept. */
  of: string;
}

/**
 * Finds alarms in free text: phrases, and concepts that are an alarm when said close together. What is denied ("no chest
 * pain"), what stands in one of an alarm's `unless`, in reach of a `never` or
 * was long ago (`past`), is none. The whole text is read, whatever stands first.
 */
export function createAlarmMatcher(
  { alarms, words, never, somebody, light, early, forms }: Omit<Alarms, 'hash'>,
  synonyms: Synonyms,
): AlarmMatcher {
  const uses = new Map<string, Use>();
  const use = (is: Use['is'], of: string): Use => {
    const known = uses.get(`${is} ${of}`) ?? { is, of };
    uses.set(`${is} ${of}`, known);
    return known;
  };
  const patterns = createPatternReader<Use>(
    [
      ...never.map((phrase) => ({ key: use('never', ''), phrase })),
      ...Object.entries(words).flatMap(([concept, phrases]) =>
        phrases.map((phrase) => ({ key: use('concept', concept), phrase })),
      ),
      ...alarms.flatMap(({ id, phrases, unless, past }) => [
        ...phrases.map((phrase) => ({ key: use('alarm', id), phrase })),
        ...unless.map((phrase) => ({ key: use('unless', id), phrase })),
        ...past.map((phrase) => ({ key: use('past', id), phrase })),
      ]),
    ],
    synonyms,
    { light, early, forms },
  );
  const reader = createWordReader([], synonyms);

  const find = (text: string, { reading, phrases, concepts, together }: Efforts): AlarmFound[] => {
    const read = patterns.read(text, reading);
    const found = new Map([
      ...patterns.find(read, phrases, ({ is }) => is !== 'concept'),
      ...patterns.find(read, concepts, ({ is }) => is === 'concept'),
    ]);
    const spansOf = (is: Use['is'], of: string): Span[] =>
      found.get(uses.get(`${is} ${of}`) ?? { is, of }) ?? [];
    const said = new Map<string, Span[]>();
    for (const { concept, sure, at } of reader.read(read.words, reading)) {
      if (sure < SURE_ENOUGH) continue;
      const those = said.get(concept);
      if (those) those.push({ from: at, to: at + 1 });
      else said.set(concept, [{ from: at, to: at + 1 }]);
    }
    for (const concept of Object.keys(words)) {
      const spans = spansOf('concept', concept);
      if (spans.length > 0) said.set(concept, [...(said.get(concept) ?? []), ...spans]);
    }
    const subjects = spansOf('never', '');
    const isMeant = (span: Span) => !subjects.some((subject) => isSubject(span, subject, read, somebody));
    return alarms
      .flatMap((alarm): AlarmFound[] => {
        const unless = [
          ...spansOf('unless', alarm.id).filter((span) => isWithinOne('sentence', span, read)),
          ...spansOf('past', alarm.id).filter((span) => isWithinOne('clause', span, read)),
        ];
        const phrase = spansOf('alarm', alarm.id).find(
          (span) => isMeant(span) && !unless.some((other) => overlap(span, other)),
        );
        if (phrase) return [{ alarm, written: writtenIn(read, [phrase]) }];
        for (const group of alarm.together) {
          const spans = saidTogether(group, said, read, unless, together);
          if (spans && isMeant(spans[0] as Span)) return [{ alarm, written: writtenIn(read, spans) }];
        }
        return [];
      })
      .sort((a, b) => a.alarm.urgency - b.alarm.urgency);
  };

  return {
    find: (text) => find(text, efforts()),
    effortOf(text) {
      const each = efforts();
      find(text, each);
      return Object.values(each).reduce((sum, { spent }) => sum + spent, 0);
    },
  };
}

function efforts(): Efforts {
  const { reading, phrases, concepts, together } = MOST_STEPS;
  return {
    reading: effort(reading),
    phrases: effort(phrases),
    concepts: effort(concepts),
    together: effort(together),
  };
}

/** Whether what is found is only what a course, an essay or a question is about: in its clause, near, and of nobody. */
function isSubject(found: Span, subject: Span, { words }: ReadText, somebody: ReadonlySet<string>): boolean {
  if (overlap(found, subject)) return true;
  const clauseAt = (at: number) => words[at]?.clause;
  if (found.from < subject.from)
    return subject.from - found.to <= REACH.before && clauseAt(found.to - 1) === clauseAt(subject.from);
  if (found.from - subject.to > REACH.after || clauseAt(found.from) !== clauseAt(subject.to - 1))
    return false;
  return !words.slice(subject.to, found.to).some(({ word }) => somebody.has(word));
}

/** Where the concepts stand that are an alarm together; null when they are not said close to each other. */
function saidTogether(
  { all, none }: Together,
  said: ReadonlyMap<string, readonly Span[]>,
  { words }: ReadText,
  unless: readonly Span[],
  cost: Effort,
): Span[] | null {
  if (!all.every((names) => names.some((name) => said.has(name)))) return null;
  const clauseOf = ({ from }: Span) => words[from]?.clause ?? 0;
  const [first, ...others] = all.map((names) =>
    names
      .flatMap((name) => said.get(name) ?? [])
      .filter((span) => !unless.some((other) => overlap(span, other))),
  );
  if (!first || first.length === 0 || others.some((spans) => spans.length === 0)) return null;
  const not = none.flatMap((name) => said.get(name) ?? []);
  for (const span of first) {
    if (!spend(cost, 1 + others.length + not.length)) return null;
    const near = (other: Span) => Math.abs(clauseOf(other) - clauseOf(span)) <= NEAR;
    if (not.some(near)) continue;
    const found = others.map((spans) => spans.find(near));
    if (found.every((other) => other !== undefined)) return [span, ...found];
  }
  return null;
}

/** The words that an alarm was found by, in their order. */
function writtenIn({ words }: ReadText, spans: readonly Span[]): string {
  const places = new Set(
    spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => words[place]?.word ?? '')
    .join(' ')
    .slice(0, MOST_WRITTEN);
}

/** "My dad has a stroke, two years ago he had cancer": what begins in another clause silences nothing. */
function isWithinOne(unit: 'clause' | 'sentence', { from, to }: Span, { words }: ReadText): boolean {
  return words[from]?.[unit] === words[to - 1]?.[unit];
}

function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to;
}
