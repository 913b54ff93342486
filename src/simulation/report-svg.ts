import {
  type Language,
  type SimulationResult,
  STRATEGIES,
  type StrategyId,
  URGENCIES,
  type Urgency,
} from '../contracts/index.js';
import { minutes } from './promises.js';

/** Told apart by colour, shape and dash; each colour has at least 4.5 : 1 on white. */
const LOOKS: Record<
  StrategyId,
  { colour: string; dash: string; mark: 'circle' | 'square' | 'diamond' | 'bar' }
> = {
  phone: { colour: '#b3261e', dash: '', mark: 'square' },
  static: { colour: '#7a5200', dash: '', mark: 'diamond' },
  slussen: { colour: '#0b5c6b', dash: '', mark: 'circle' },
  bound: { colour: '#5f5f5f', dash: '4 4', mark: 'bar' },
};

const TEXTS = {
  sv: {
    title: 'Medelväntetid i minuter, från första kontakt till hjälp',
    under: 'Beläggning i procent av personalens tid. Logaritmisk skala.',
    urgency: 'Prioritet',
    names: { phone: 'Telefon', static: 'Fast regel', slussen: 'Slussen', bound: 'Undre gräns' },
  },
  en: {
    title: 'Mean wait in minutes, from the first contact until help',
    under: 'Use in per cent of the hours of the staff. Logarithmic scale.',
    urgency: 'Urgency',
    names: { phone: 'Phone', static: 'Static rule', slussen: 'Slussen', bound: 'Bound' },
  },
} satisfies Record<Language, object>;

const SIZE = { width: 960, height: 440, top: 96, bottom: 64, left: 64, right: 16, gap: 20 };
const TICKS = [0.1, 1, 10, 100, 1000, 10_000];
const RANGE = { least: 0.01, most: 10_000 };

/** The mean wait by urgency, use and strategy, as a picture that stands alone. The table is in the text and the CSV. */
export function reportSvg(result: SimulationResult, language: Language): string {
  const words = TEXTS[language];
  const shown = URGENCIES.filter((urgency) =>
    result.uses.some(({ strategies }) => strategies.slussen.urgencies[urgency].mean),
  );
  const panel = (SIZE.width - SIZE.left - SIZE.right - SIZE.gap * (shown.length - 1)) / shown.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="13">`,
    `<title id="title">${escapeXml(words.title)}</title>`,
    `<desc id="description">${escapeXml(description(result, shown, language))}</desc>`,
    `<rect width="${SIZE.width}" height="${SIZE.height}" fill="#ffffff"/>`,
    text(SIZE.left, 26, words.title, 'font-size="17" font-weight="600"'),
    legend(language),
    ...shown.map((urgency, index) =>
      drawPanel(result, urgency, SIZE.left + index * (panel + SIZE.gap), panel, index === 0, words.urgency),
    ),
    text(SIZE.left, SIZE.height - 14, words.under, 'fill="#4a4a4a"'),
    '</svg>\n',
  ].join('\n');
}

function legend(language: Language): string {
  return STRATEGIES.map((strategy, index) => {
    const x = SIZE.left + index * 150;
    const { colour, dash } = LOOKS[strategy];
    return [
      `<line x1="${x}" y1="48" x2="${x + 28}" y2="48" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
      mark(strategy, x + 14, 48),
      text(x + 36, 52, TEXTS[language].names[strategy]),
    ].join('');
  }).join('\n');
}

function drawPanel(
  result: SimulationResult,
  urgency: Urgency,
  left: number,
  width: number,
  isFirst: boolean,
  word: string,
): string {
  const right = left + width;
  const xOf = (index: number) => left + ((index + 0.5) * width) / result.uses.length;
  const grid = TICKS.map(
    (tick) =>
      `<line x1="${left}" y1="${yOf(tick)}" x2="${right}" y2="${yOf(tick)}" stroke="#d9d5d0"/>${
        isFirst ? text(left - 8, yOf(tick) + 4, String(tick), 'text-anchor="end" fill="#4a4a4a"') : ''
      }`,
  );
  const uses = result.uses.map(({ use }, index) =>
    text(xOf(index), SIZE.height - SIZE.bottom + 20, `${use} %`, 'text-anchor="middle" fill="#4a4a4a"'),
  );
  const lines = STRATEGIES.map((strategy) => {
    const points = result.uses.flatMap(({ strategies }, index) => {
      const mean = strategies[strategy].urgencies[urgency].mean;
      return mean ? [{ x: xOf(index), mean }] : [];
    });
    const { colour, dash } = LOOKS[strategy];
    const path = points.map(({ x, mean }) => `${round(x)},${yOf(mean.value)}`).join(' ');
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
      ...points.map(({ x, mean }) => mark(strategy, x, yOf(mean.value))),
      ...(strategy === 'slussen'
        ? points.map(({ x, mean }) =>
            text(
              x,
              yOf(mean.value) + 20,
              minutes(mean.value),
              `text-anchor="middle" fill="${colour}" font-weight="600" stroke="#ffffff" stroke-width="4" paint-order="stroke"`,
            ),
          )
        : []),
    ].join('');
  });
  return [
    text(left, SIZE.top - 14, `${word} ${urgency}`, 'font-weight="600"'),
    ...grid,
    ...uses,
    ...lines,
  ].join('\n');
}

function mark(strategy: StrategyId, x: number, y: number): string {
  const { colour, mark: shape } = LOOKS[strategy];
  const at = round(x);
  switch (shape) {
    case 'circle':
      return `<circle cx="${at}" cy="${y}" r="5" fill="${colour}"/>`;
    case 'square':
      return `<rect x="${round(x - 4.5)}" y="${round(y - 4.5)}" width="9" height="9" fill="${colour}"/>`;
    case 'diamond':
      return `<path d="M${at} ${round(y - 6)}l6 6l-6 6l-6-6z" fill="${colour}"/>`;
    case 'bar':
      return `<rect x="${round(x - 7)}" y="${round(y - 1.5)}" width="14" height="3" fill="${colour}"/>`;
  }
}

function yOf(value: number): number {
  const { least, most } = RANGE;
  const share = Math.log(Math.min(most, Math.max(least, value)) / least) / Math.log(most / least);
  return round(SIZE.height - SIZE.bottom - share * (SIZE.height - SIZE.bottom - SIZE.top));
}

function description({ uses }: SimulationResult, shown: readonly Urgency[], language: Language): string {
  const { urgency: word, names } = TEXTS[language];
  return shown
    .map((urgency) => {
      const waits = uses.map(({ use, strategies }) => {
        const each = STRATEGIES.map((strategy) => {
          const mean = strategies[strategy].urgencies[urgency].mean;
          return `${names[strategy]} ${mean ? minutes(mean.value) : '–'}`;
        });
        return `${use} %: ${each.join(', ')}`;
      });
      return `${word} ${urgency}. ${waits.join('; ')}.`;
    })
    .join(' ');
}

function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escapeXml(content)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
