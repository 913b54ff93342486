import { NativeSelect } from '@mantine/core';
import {
  choiceText,
  chosenIn,
  optionsOfChoice,
  REGION_CHOICE_NAMES,
  REGION_CHOICES,
} from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { FixedField } from './fixed-field.js';
import { Part } from './part.js';
import { usePolicy, usePolicyNames } from './policy-context.js';
import { usePolicyTexts } from './texts.js';

/** What triage flows ask the region. */
export function ChoicesPart() {
  const { t } = usePolicyTexts();
  const { text } = useTexts();
  const { document, mayChangeRegion, change } = usePolicy();
  const { fault } = usePolicyNames();
  const { choices } = document;
  const changed = REGION_CHOICE_NAMES.filter((name) => chosenIn(choices, name) !== optionsOfChoice(name)[0]);
  return (
    <Part
      title={t('choicesTitle')}
      text={t('choicesText')}
      summary={t('choicesSummary', { n: changed.length })}
      fields={['choices']}
    >
      <div className="pair">
        {REGION_CHOICE_NAMES.map((name) => {
          const label = text(REGION_CHOICES[name].text);
          const chosen = chosenIn(choices, name);
          if (!mayChangeRegion)
            return <FixedField key={name} label={label} value={text(choiceText(name, chosen))} />;
          return (
            <NativeSelect
              key={name}
              label={label}
              value={chosen}
              error={fault(`choices.${name}`)}
              data={optionsOfChoice(name).map((value) => ({ value, label: text(choiceText(name, value)) }))}
              onChange={(event) =>
                change({ ...document, choices: { ...choices, [name]: event.currentTarget.value } })
              }
            />
          );
        })}
      </div>
    </Part>
  );
}
