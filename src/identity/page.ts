import type { Response } from 'express';
import type { BilingualText } from '../contracts/index.js';

/** HTML that is known to be safe. */
export class Html {
  constructor(readonly text: string) {}
}

/** HTML of a template; every value is escaped unless it is HTML already. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html | Html[])[]): Html {
  return new Html(
    parts.reduce((text, part, index) => {
      const value = values[index - 1];
      return text + (value === undefined ? '' : asHtml(value)) + part;
    }),
  );
}

function asHtml(value: string | number | Html | Html[]): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map((each) => each.text).join('\n');
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A paragraph in Swedish with the English under it. */
export function paragraph({ sv, en }: BilingualText): Html {
  return html`<p>${sv}<span class="en" lang="en">${en}</span></p>`;
}

export interface Page {
  title: BilingualText;
  body: Html | Html[];
  /** Addresses of scripts of our own. */
  scripts?: string[];
}

/** A whole sign-in page: Swedish with English beside it, readable without scripts. */
export function renderPage({ title, body, scripts = [] }: Page): string {
  return html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title.sv} · Slussen</title>
<link rel="stylesheet" href="/sign-in/page.css">
${scripts.map((each) => html`<script src="${each}" defer></script>`)}
</head>
<body>
<header><p class="brand">Slussen</p></header>
<main>
<h1>${title.sv}<span class="en" lang="en">${title.en}</span></h1>
${body}
</main>
<footer><p>Vid livshotande tillstånd, ring <a href="tel:112">112</a>. <span lang="en">If life is in danger, call 112.</span></p></footer>
</body>
</html>`.text;
}

/**
 * Sends a sign-in page. Only our own stylesheet and script may load, the page may not be framed or cached,
 * and the window that opened it stays reachable, so that a sign-in can be handed back.
 */
export function sendPage(response: Response, status: number, page: Page): void {
  response
    .status(status)
    .set({
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'Cross-Origin-Opener-Policy': 'unsafe-none',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    })
    .type('html')
    .send(renderPage(page));
}
