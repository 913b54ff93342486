import type { OverflowRule, UnitPolicy, Urgency } from '../../../contracts/index.js';
import { useWords } from '../texts/desk-texts.js';
import { usePolicyNames } from './policy-context.js';
import type { PolicyPart } from './policy-merge.js';
import { useRuleWords } from './rule-words.js';
import { usePolicyWords } from './texts.js';
import { spanWords } from './urgency-table.js';

/** How a part of the policy is called, and what it says, each in a line. */
export function usePartWords() {
  const { t } = usePolicyWords();
  const words = useWords();
  const { unitName } = usePolicyNames();
  const { hoursWords, scopeWords } = useRuleWords();
  const span = (minutes: number) => spanWords(minutes, words);
  const overflow = ({ afterMinutes, gainMinutes }: OverflowRule) =>
    t('partOverflow', { after: span(afterMinutes), gain: span(gainMinutes) });
  const byUrgency = <T>(values: Partial<Record<Urgency, T>> = {}, say: (value: T) => string) =>
    (Object.entries(values) as [string, T][]).map(([urgency, value]) =>
      t('partValueOfUrgency', { urgency, value: say(value) }),
    );
  const unitRules = ({ targetMinutes, overflow: limits, takesOverflow }: UnitPolicy) =>
    [
      ...byUrgency(targetMinutes, span),
      ...byUrgency(limits, overflow),
      ...(takesOverflow === false ? [t('takesNoOverflow')] : []),
    ].join(' · ');

  const title = (part: PolicyPart): string => {
    const ofUrgency = (name: string) => t('partOfUrgency', { title: name, urgency: part.key });
    switch (part.kind) {
      case 'target':
        return ofUrgency(t('targetWithin'));
      case 'overflow':
        return ofUrgency(t('overflowTitle'));
      case 'agreement':
        return t('partAgreement');
      case 'cooperation':
        return t('partCooperation');
      case 'stand-ins':
        return t('standInsFor', { role: words.t(`role_${part.key}`) });
      case 'move-most':
        return t('movesMost');
      case 'move-gain':
        return ofUrgency(t('movesGain'));
      case 'quiet':
        return t('quietTitle');
      case 'cases-at-once':
        return t('casesAtOnce');
      case 'absent':
        return t('absent');
      case 'without-home':
        return t('withoutHome');
      case 'catch-all':
        return t('catchAll');
      case 'unit':
        return t('partUnit', { unit: unitName(part.key) });
    }
  };

  const value = (part: PolicyPart | null): string => {
    if (part === null) return t('partGone');
    switch (part.kind) {
      case 'target':
      case 'move-gain':
      case 'absent':
        return span(part.value);
      case 'overflow':
        return overflow(part.value);
      case 'agreement': {
        const { from, to } = part.value;
        const names = from === 'all-clinics' ? t('allClinics') : from.map(unitName).join(', ');
        return `${t('agreementWords', { from: names, to: unitName(to) })}, ${scopeWords(part.value)}`;
      }
      case 'cooperation':
        return `${part.value.units.map(unitName).join(' ↔ ')}, ${scopeWords(part.value)}`;
      case 'stand-ins':
        return part.value.map((role) => words.t(`role_${role}`)).join(', ') || t('standInsNone');
      case 'move-most':
      case 'cases-at-once':
        return Number.isFinite(part.value) ? String(part.value) : '–';
      case 'quiet':
        return part.value
          ? `${hoursWords(part.value)} · ${t('urgenciesWords', { list: part.value.urgencies.join(', ') })}`
          : t('quietNone');
      case 'without-home':
        return unitName(part.value);
      case 'catch-all':
        return `${unitName(part.value.unit)}, ${words.t(`role_${part.value.competence}`)}`;
      case 'unit':
        return unitRules(part.value) || t('unitsFollow');
    }
  };
  return { title, value };
}
