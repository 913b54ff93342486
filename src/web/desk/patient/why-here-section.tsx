import type { DeskCase, RoutingDecision } from '../../../contracts/index.js';
import { waitText } from '../shared/wait-text.js';
import { type DeskTexts, useTexts } from '../texts/desk-texts.js';
import { type DecisionInputs, decisionInputs, type QueueThen, transferOf } from './decision-inputs.js';
import { Section } from './section.js';

/** Why the case is at this unit: the decision in words, what it was made from, and what was turned down. */
export function WhyHere({ deskCase }: { deskCase: DeskCase }) {
  const texts = useTexts();
  const { t, text, time } = texts;
  const { placement, origin, startedAt } = deskCase;
  const inputs = placement && decisionInputs(placement);
  return (
    <Section title={t('whyHere')}>
      {placement && (
        <>
          <p>{decisionText(deskCase, placement, inputs, texts)}</p>
          {placement.opensAt && <p>{t('opensAt', { when: time.moment(placement.opensAt) })}</p>}
          <Wait placement={placement} />
          <p className="quiet">{t('whyTold', { text: text(placement.reason.text) })}</p>
        </>
      )}
      <p className="quiet">{t('startedFrom', { origin, when: time.moment(startedAt) })}</p>
      {placement && (
        <>
          <TurnedDown placement={placement} />
          {inputs && inputs.queues.length > 0 && <Inputs inputs={inputs} />}
          <p className="quiet why-rule">
            {t('placedRule', { rule: placement.rule, version: placement.ruleVersion })}
            {placement.policyVersion !== undefined &&
              ` ${t('placedPolicy', { version: placement.policyVersion })}`}
          </p>
        </>
      )}
    </Section>
  );
}

/** The decision in words for colleagues; of codes that this page does not know, in those for the patient. */
function decisionText(
  deskCase: DeskCase,
  { reason, target }: RoutingDecision,
  inputs: DecisionInputs | null,
  { t, text }: DeskTexts,
): string {
  const transfer = transferOf(deskCase);
  if (transfer?.actor.kind === 'staff') {
    const { from, note } = transfer.body;
    const { name, role } = transfer.actor;
    const sentence = t('whyByStaff', { name, role: t(`role_${role}`), from: from.name });
    return note ? t('ev_because', { sentence, reason: note }) : sentence;
  }
  const key = `why_${reason.code}` as const;
  switch (key) {
    case 'why_home-open':
    case 'why_waits-for-opening':
    case 'why_stays':
    case 'why_catch-all':
      return t(key);
    case 'why_no-home':
      return t(key, { target: target.unitName });
    case 'why_helped-sooner':
    case 'why_home-closed':
    case 'why_home-never-opens':
      return inputs?.home ? t(key, { home: inputs.home, target: target.unitName }) : text(reason.text);
    default:
      return text(reason.text);
  }
}

function Wait({ placement: { wait, opensAt } }: { placement: RoutingDecision }) {
  const texts = useTexts();
  if (wait === undefined) return null;
  if (wait) {
    const range = waitText(wait, texts);
    return <p>{texts.t(opensAt ? 'whyWaitOpening' : 'whyWait', { range })}</p>;
  }
  return opensAt ? null : <p>{texts.t('whyNoWait')}</p>;
}

function TurnedDown({ placement: { turnedDown } }: { placement: RoutingDecision }) {
  const texts = useTexts();
  const { t, text } = texts;
  if (turnedDown.length === 0) return <p className="quiet">{t('turnedDownNone')}</p>;
  return (
    <details className="more">
      <summary>{t('turnedDown', { n: turnedDown.length })}</summary>
      <ul>
        {turnedDown.map((queue) => (
          <li key={`${queue.unitId}.${queue.competence}`}>
            {t('placedAt', { unit: queue.unitName, role: t(`role_${queue.competence}`) })}: {text(queue.why)}.
            {queue.wait && ` ${t('placeWait', { range: waitText(queue.wait, texts) })}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Inputs({ inputs: { at, queues } }: { inputs: DecisionInputs }) {
  const { t, time } = useTexts();
  return (
    <details className="more">
      <summary>{t('whyInputs')}</summary>
      <p>
        {t('whyInputsAt', { when: time.moment(at) })} {t('whyWaitingText')}
      </p>
      <table className="why-table">
        <thead>
          <tr>
            <th scope="col">{t('whyUnit')}</th>
            <th scope="col">{t('whyWaiting')}</th>
            <th scope="col">{t('whyPlaces')}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <tr key={`${queue.unitId}.${queue.competence}`}>
              <th scope="row">
                {t('placedAt', { unit: queue.unitName, role: t(`role_${queue.competence}`) })}
              </th>
              <td>{queue.waiting}</td>
              <td>{capacityText(queue, { t, time })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function capacityText(
  { open, opensAt, capacity, free }: QueueThen,
  { t, time }: Pick<DeskTexts, 't' | 'time'>,
) {
  if (!open) return opensAt ? t('whyClosedUntil', { when: time.moment(opensAt) }) : t('whyClosed');
  return capacity === 0 ? t('whyNobody') : t('whyPlacesOf', { free, all: capacity });
}
