import { useTexts } from '../texts/desk-texts.js';

/** The mark of Slussen: two gates of a lock and the water between them, with the name. */
export function Brand() {
  const { t } = useTexts();
  return (
    <span className="brand">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path className="brand-gate" d="M3 4v16l6-4V8zM21 4v16l-6-4V8z" />
        <path className="brand-water" d="M11 9h2v6h-2z" />
      </svg>
      <span className="brand-name">{t('product')}</span>
    </span>
  );
}
