import { instance } from '@viz-js/viz';
import { dotOf } from '../triage/flow-dot.js';
import type { Drawing } from '../triage/flow-drawing.js';

/** Draws boxes and arrows as an image to put in a page; `title` is what is read out instead. */
export async function drawSvg(drawing: Drawing, title: string): Promise<string> {
  const viz = await instance();
  const svg = viz.renderString(dotOf(drawing), { format: 'svg' });
  const label = `<svg role="img" aria-label="${attribute(title)}"`;
  // Titles within are names of boxes, which nobody should hear.
  return svg
    .slice(svg.indexOf('<svg'))
    .replace('<svg', label)
    .replaceAll(/<title>[^<]*<\/title>\n?/g, '')
    .replaceAll(/<!--[\s\S]*?-->\n?/g, '');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
