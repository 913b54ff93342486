/** A field's value, shown to readers who cannot change it. */
export function FixedField({
  label,
  description,
  value,
}: {
  label: string;
  description?: string;
  value: string;
}) {
  return (
    <div className="policy-fixed">
      <p>
        <strong>{label}:</strong> {value}
      </p>
      {description && <p className="quiet">{description}</p>}
    </div>
  );
}
