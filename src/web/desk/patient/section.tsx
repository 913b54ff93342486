import type { ReactNode } from 'react';

interface Props {
  title: string;
  children: ReactNode;
  /** A section of a look of its own. */
  kind?: 'flags' | 'words';
  /** Folded until asked for. */
  isFolded?: boolean;
}

/** One part of the patient column. */
export function Section({ title, children, kind, isFolded = false }: Props) {
  if (isFolded)
    return (
      <details className="section" data-kind={kind}>
        <summary>
          <h4>{title}</h4>
        </summary>
        <div className="section-body">{children}</div>
      </details>
    );
  return (
    <div className="section" data-kind={kind}>
      <h4>{title}</h4>
      {children}
    </div>
  );
}
