import type { VisitSum } from './visits-sums.js';

interface Props {
  weeks: readonly (VisitSum & { monday: string; name: string })[];
  label: string;
}

const WIDTH = 720;
const HEIGHT = 240;
const FOOT = 32;
const HEAD = 28;
const BAR_SHARE = 0.6;

/** Visits of each week as a bar: video below, voice above, with the sum over it. The table beside it says the same. */
export function VisitsChart({ weeks, label }: Props) {
  const most = Math.max(1, ...weeks.map(({ video, voice }) => video + voice));
  const step = WIDTH / weeks.length;
  const width = step * BAR_SHARE;
  const high = (visits: number) => (visits / most) * (HEIGHT - FOOT - HEAD);
  return (
    <svg className="visits-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line className="visits-ground" x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
      {weeks.map(({ monday, name, video, voice }, index) => {
        const left = index * step + (step - width) / 2;
        const middle = left + width / 2;
        const ground = HEIGHT - FOOT;
        const top = ground - high(video + voice);
        return (
          <g key={monday}>
            <rect
              className="visits-video"
              x={left}
              y={ground - high(video)}
              width={width}
              height={high(video)}
            />
            <rect className="visits-voice" x={left} y={top} width={width} height={high(voice)} />
            {video + voice > 0 && (
              <text x={middle} y={top - 6} textAnchor="middle">
                {video + voice}
              </text>
            )}
            {/* Every other week, the present one among them, so that the names stay large enough on narrow screens. */}
            {(weeks.length - index) % 2 === 1 && (
              <text x={middle} y={HEIGHT - 8} textAnchor="middle">
                {name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
