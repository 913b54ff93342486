import {
  choiceText,
  type OverflowRule,
  REGION_CHOICES,
  type UnitPolicy,
  type Urgency,
} from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { usePolicyNames } from './policy-context.js';
import type { PolicyPart } from './policy-merge.js';
import { useRuleTexts } from './rule-texts.js';
import { usePolicyTexts } from './texts.js';
import { spanText } from './urgency-table.js';

/** How a part of the policy is called, and what it says, each in a line. */
export function usePartTexts() {
  const { t } = usePolicyTexts();
  const texts = useTexts();
  const { unitName } = usePolicyNames();
  const { hoursText, scopeText } = useRuleTexts();
  const span = (minutes: number) => spanText(minutes, texts);
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
        return t('standInsFor', { role: texts.t(`role_${part.key}`) });
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
      case 'choice':
        return texts.text(REGION_CHOICES[part.key].text);
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
        return `${t('agreementText', { from: names, to: unitName(to) })}, ${scopeText(part.value)}`;
      }
      case 'cooperation':
        return `${part.value.units.map(unitName).join(' ↔ ')}, ${scopeText(part.value)}`;
      case 'stand-ins':
        return part.value.map((role) => texts.t(`role_${role}`)).join(', ') || t('standInsNone');
      case 'move-most':
      case 'cases-at-once':
        return Number.isFinite(part.value) ? String(part.value) : '–';
      case 'quiet':
        return part.value
          ? `${hoursText(part.value)} · ${t('urgenciesText', { list: part.value.urgencies.join(', ') })}`
          : t('quietNone');
      case 'without-home':
        return unitName(part.value);
      case 'catch-all':
        return `${unitName(part.value.unit)}, ${texts.t(`role_${part.value.competence}`)}`;
      case 'choice':
        return texts.text(choiceText(part.key, part.value));
      case 'unit':
        return unitRules(part.value) || t('unitsFollow');
    }
  };
  return { title, value };
}
