/** A heading and the lines under it, as they are shared. */
export interface SharedPart {
  title: string;
  lines: readonly string[];
}

/** What may be shared of a case; names stand apart, so that they are left out unless they are chosen. */
export interface Shared {
  reason: string;
  patientName: string | null;
  advice: SharedPart[];
  times: { title: string; lines: { text: string; performerName: string }[] };
  words: SharedPart[];
}

export interface ShareChoice {
  names: boolean;
  words: boolean;
}

/** Swedish personal identity numbers, with or without century and separator. */
const IDENTITY_NUMBER = /(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)/g;

/** The text that is handed on: the advice and the booked times, and no more of it than was chosen. */
export function shareText(shared: Shared, choice: ShareChoice): string {
  const { reason, patientName, advice, times, words } = shared;
  const booked = times.lines.map(({ text, performerName }) =>
    choice.names ? `${text}, ${performerName}` : text,
  );
  const parts: SharedPart[] = [
    ...advice,
    ...(booked.length > 0 ? [{ title: times.title, lines: booked }] : []),
    ...(choice.words ? words : []),
  ];
  const head = choice.names && patientName ? `${reason}\n${patientName}` : reason;
  const text = [
    head,
    ...parts.map(({ title, lines }) => [title, ...lines.map((line) => `– ${line}`)].join('\n')),
  ];
  const whole = text.join('\n\n');
  return choice.names ? whole : whole.replace(IDENTITY_NUMBER, '…');
}
