import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FlowPage } from '../../../contracts/index.js';
import { useFlowTexts } from './texts.js';
import type { ReadIn } from './words.js';

/** The questions, the red flags and the rules as boxes and arrows; what draws them comes with this part of the page. */
export function FlowDrawing({ page: { drawing, words }, readIn }: { page: FlowPage; readIn: ReadIn }) {
  const { t, language } = useFlowTexts();
  const drawnIn = readIn === 'both' ? language : readIn;
  const { dot, inWords } = drawing[drawnIn];
  const image = useDrawn(dot);
  return (
    <section className="flows-card" aria-labelledby="drawing-title">
      <h2 id="drawing-title">{t('drawing')}</h2>
      <p className="quiet">{t('drawingText')}</p>
      {image === 'failed' ? (
        <p>{t('drawingFailed')}</p>
      ) : image === 'drawing' ? (
        <Skeleton className="loading-block" />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by the keyboard
        <section className="flows-drawing" tabIndex={0}>
          <img src={image} lang={drawnIn} alt={t('drawingOf', { name: words.name[language] })} />
        </section>
      )}
      <details>
        <summary>{t('drawingInWords')}</summary>
        <ul lang={drawnIn}>
          {inWords.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** The address of the image, once it is drawn. */
function useDrawn(dot: string): string {
  const [image, setImage] = useState('drawing');
  useEffect(() => {
    let url: string | null = null;
    const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => {
      if (data !== null) url = URL.createObjectURL(new Blob([data], { type: 'image/svg+xml' }));
      setImage(url ?? 'failed');
      worker.terminate();
    });
    worker.addEventListener('error', () => setImage('failed'));
    worker.postMessage(dot);
    return () => {
      worker.terminate();
      if (url) URL.revokeObjectURL(url);
      setImage('drawing');
    };
  }, [dot]);
  return image;
}
