/** The title that the desk has otherwise, and what is said over it. */
let own: string | null = null;
let over: string | null = null;

export function setTitle(title: string): void {
  own = title;
  document.title = over ?? own;
}

/** Says in the tab's title what cannot wait, or that nothing is so any more. */
export function sayInTitle(text: string | null): void {
  own ??= document.title;
  over = text;
  document.title = over ?? own;
}
