import { createContext, useContext } from 'react';
import type { PolicyDocument, PolicyView } from '../../../contracts/index.js';
import type { Translator } from '../../i18n/i18n.js';
import { type DeskTexts, useTexts } from '../texts/desk-texts.js';
import { type Fault, type Faults, faultAt, slugOf } from './policy-draft.js';
import { type policyTexts, usePolicyTexts } from './texts.js';

/** What every part of the page can use. */
export interface PolicyEditing {
  view: PolicyView;
  /** The document that is shown: in force, changed, or of an earlier version. */
  document: PolicyDocument;
  faults: Faults;
  /** Whether the rules of the region can be changed here. */
  mayChangeRegion: boolean;
  /** Whether a unit's own rules can be. */
  mayChangeUnit(slug: string): boolean;
  change(next: PolicyDocument): void;
}

export const PolicyContext = createContext<PolicyEditing | null>(null);

/** The policy around this part. */
export function usePolicy(): PolicyEditing {
  const editing = useContext(PolicyContext);
  if (!editing) throw new Error('usePolicy outside of PolicyContext');
  return editing;
}

/** How units and contact reasons are called, and what is wrong at a path of the draft. */
export function usePolicyNames() {
  const { view, faults } = usePolicy();
  const { t } = usePolicyTexts();
  const texts = useTexts();
  const unitName = (name: string) => {
    const slug = slugOf(name, view.units);
    return view.units.find((unit) => unit.slug === slug)?.name ?? name;
  };
  const fault = (path: string) => {
    const found = faultAt(faults, path);
    return found && faultText(found, unitName, t, texts);
  };
  const reasonName = (id: string) => {
    const reason = view.reasons.find((each) => each.id === id);
    return reason ? texts.text(reason.name) : id;
  };
  return { unitName, reasonName, fault };
}

const KNOWN = [
  'needed',
  'unknown',
  'choose-one',
  'choose-two',
  'twice',
  'number',
  'time',
  'target-order',
  'lacks-competence',
  'id-twice',
  'same-time',
  'own-stand-in',
] as const;

/** What is wrong, in the reader's language. */
function faultText(
  { code, about }: Fault,
  unitName: (name: string) => string,
  t: Translator<typeof policyTexts>['t'],
  { span }: DeskTexts,
): string {
  switch (code) {
    case 'least':
    case 'most': {
      const limit = Number(about[0]);
      return t(`pf_${code}`, { about: limit > 60 ? span(limit) : limit });
    }
    case 'unknown-unit':
      return t('pf_unknown-unit', { about: about.join() });
    case 'circle':
      return t('pf_circle', { about: about.map(unitName).join(' → ') });
    default: {
      const known = KNOWN.find((each) => each === code);
      return t(known ? `pf_${known}` : 'pf_shape');
    }
  }
}
