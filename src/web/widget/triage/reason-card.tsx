interface ReasonCardProps {
  title: string;
  line: string | null;
  busy: boolean;
  choose: () => void;
}

/** A contact reason to pick, as an item of a list. */
export function ReasonCard({ title, line, busy, choose }: ReasonCardProps) {
  return (
    <li>
      <button type="button" className="reason" aria-disabled={busy} onClick={choose}>
        <span className="reason-name">{title}</span>
        {line && <span className="reason-line">{line}</span>}
      </button>
    </li>
  );
}
