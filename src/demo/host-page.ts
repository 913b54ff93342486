import { html } from '../identity/page.js';

/** A host page with its own plain look: only the one script tag is Slussen's. */
export function hostPage({
  title,
  unit,
  widget,
}: {
  title: string;
  unit: string | null;
  widget: string;
}): string {
  const tag = unit
    ? html`<script src="${widget}" data-unit="${unit}" async></script>`
    : html`<script src="${widget}" async></script>`;
  return html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/demo/page.css">
</head>
<body>
<header><p>Exempelsida i stället för 1177.se</p></header>
<main>
<h1>${title}</h1>
<p>Beskriv ditt problem, dygnet runt. Du får råd direkt, en tid eller hjälp i chatten.</p>
${tag}
</main>
</body>
</html>`.text;
}

export const HOST_CSS = `
body { margin: 0; font: 1rem/1.5 Georgia, serif; color: #222; background: #fff; }
header { background: #eee; border-bottom: 1px solid #ccc; }
header p, main { max-width: 48rem; margin: 0 auto; padding: 0.5rem 1rem; }
h1 { font-size: 1.75rem; margin: 1rem 0 0.5rem; }
`;
