import { type ReactNode, useEffect, useState } from 'react';
import { usePolicy } from './policy-context.js';
import { faultAt } from './policy-draft.js';

interface Props {
  title: string;
  text: string;
  /** A short text of what it says now, seen while it is folded. */
  summary: string;
  /** The fields of the document that it shows. */
  fields: readonly string[];
  isOpenFirst?: boolean;
  children: ReactNode;
}

/** One part of the policy: folded to a line, open to its fields; what is wrong in it unfolds it. */
export function Part({ title, text, summary, fields, isOpenFirst = false, children }: Props) {
  const { faults } = usePolicy();
  const [isOpen, setOpen] = useState(isOpenFirst);
  const hasFault = fields.some((field) => faultAt(faults, field) !== undefined);
  useEffect(() => {
    if (hasFault) setOpen(true);
  }, [hasFault]);
  return (
    <details className="policy-part" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>
        <span className="quiet">{summary}</span>
      </summary>
      <div className="policy-fields">
        <p className="quiet">{text}</p>
        {children}
      </div>
    </details>
  );
}
