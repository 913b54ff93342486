/** What the tools use of Graphviz, which draws without a browser. */
declare module '@viz-js/viz' {
  export function instance(): Promise<{ renderString(dot: string, options: { format: 'svg' }): string }>;
}
