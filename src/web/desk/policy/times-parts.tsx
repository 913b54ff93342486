import { URGENCIES } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { Part } from './part.js';
import { usePolicy, usePolicyNames } from './policy-context.js';
import { usePolicyTexts } from './texts.js';
import { spanText, UrgencyTable } from './urgency-table.js';
import { WholeField } from './whole-field.js';

/** Emptied or no number: as such it is sent, and told as a fault. */
const asTyped = (minutes: number | undefined) => minutes ?? Number.NaN;

/** Within how long a case should be answered. */
export function TargetsPart() {
  const { t } = usePolicyTexts();
  const texts = useTexts();
  const { document, mayChangeRegion, change } = usePolicy();
  const { targetMinutes } = document;
  return (
    <Part
      title={t('targetsTitle')}
      text={t('targetsText')}
      summary={URGENCIES.map((urgency) => spanText(targetMinutes[urgency], texts)).join(' · ')}
      fields={['targetMinutes']}
      isOpenFirst
    >
      <UrgencyTable
        caption={t('targetsTitle')}
        isFixed={!mayChangeRegion}
        columns={[
          {
            label: t('targetWithin'),
            path: (urgency) => `targetMinutes.${urgency}`,
            value: (urgency) => targetMinutes[urgency],
            onChange: (urgency, minutes) =>
              change({ ...document, targetMinutes: { ...targetMinutes, [urgency]: asTyped(minutes) } }),
          },
        ]}
      />
    </Part>
  );
}

/** When a new case goes elsewhere though its own unit is open. */
export function OverflowPart() {
  const { t } = usePolicyTexts();
  const texts = useTexts();
  const { document, mayChangeRegion, change } = usePolicy();
  const { overflow } = document;
  const column = (key: 'afterMinutes' | 'gainMinutes', label: string) => ({
    label,
    path: (urgency: 1 | 2 | 3 | 4 | 5) => `overflow.${urgency}.${key}`,
    value: (urgency: 1 | 2 | 3 | 4 | 5) => overflow[urgency][key],
    onChange: (urgency: 1 | 2 | 3 | 4 | 5, minutes: number | undefined) =>
      change({
        ...document,
        overflow: { ...overflow, [urgency]: { ...overflow[urgency], [key]: asTyped(minutes) } },
      }),
  });
  return (
    <Part
      title={t('overflowTitle')}
      text={t('overflowText')}
      summary={URGENCIES.map((urgency) => spanText(overflow[urgency].afterMinutes, texts)).join(' · ')}
      fields={['overflow']}
    >
      <UrgencyTable
        caption={t('overflowTitle')}
        isFixed={!mayChangeRegion}
        columns={[column('afterMinutes', t('overflowAfter')), column('gainMinutes', t('overflowGain'))]}
      />
    </Part>
  );
}

/** How often, and for what, a case that waits is moved. */
export function MovesPart() {
  const { t } = usePolicyTexts();
  const { document, mayChangeRegion, change } = usePolicy();
  const { fault } = usePolicyNames();
  const { moves } = document;
  return (
    <Part
      title={t('movesTitle')}
      text={t('movesText')}
      summary={t('movesCount', { n: moves.most })}
      fields={['moves']}
    >
      <WholeField
        label={t('movesMost')}
        description={t('movesMostText')}
        value={moves.most}
        error={fault('moves.most')}
        isFixed={!mayChangeRegion}
        onChange={(most) => change({ ...document, moves: { ...moves, most } })}
      />
      <UrgencyTable
        caption={t('movesTitle')}
        isFixed={!mayChangeRegion}
        columns={[
          {
            label: t('movesGain'),
            path: (urgency) => `moves.gainMinutes.${urgency}`,
            value: (urgency) => moves.gainMinutes[urgency],
            onChange: (urgency, minutes) =>
              change({
                ...document,
                moves: { ...moves, gainMinutes: { ...moves.gainMinutes, [urgency]: asTyped(minutes) } },
              }),
          },
        ]}
      />
    </Part>
  );
}
