import { instance } from '@viz-js/viz';

/** Draws what it is sent in the language of Graphviz, and answers with the SVG; null when it cannot. */
addEventListener('message', async ({ data }: MessageEvent<string>) => {
  postMessage(await draw(data));
});

async function draw(dot: string): Promise<string | null> {
  try {
    const viz = await instance();
    return viz.renderString(dot, { format: 'svg' });
  } catch {
    return null;
  }
}
