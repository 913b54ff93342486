import { useQuery } from '@tanstack/react-query';
import type { DeskCase } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';
import { useTexts } from '../texts/desk-texts.js';

const LOOK_EVERY_MS = 15_000;

/** Whether the resident has the case on their screen now, when they last had, and how they are told of an answer. */
export function ReachLine({ deskCase }: { deskCase: DeskCase }) {
  const { t, time } = useTexts();
  const { api } = useDesk();
  const { id, state } = deskCase;
  const { data } = useQuery({
    queryKey: keys.reach(id),
    queryFn: () => api.call('GET /api/desk/cases/:caseId/reach', { params: { caseId: id } }),
    refetchInterval: LOOK_EVERY_MS,
    enabled: state === 'waiting' || state === 'held',
  });
  if (!data) return null;
  const last = data.deliveries[0];
  return (
    <>
      <dt>{t('reach')}</dt>
      <dd className="patient-reach">
        {deskCase.byTelephone && <strong>{t('reachTelephone')}</strong>}
        <span>
          {data.isHere
            ? t('reachHere')
            : data.lastHereAt
              ? t('reachLast', { when: time.moment(data.lastHereAt) })
              : t('reachNever')}
        </span>
        <span>
          {data.ways.length > 0
            ? t('reachBy', { ways: data.ways.map((way) => t(`way_${way}`)).join(', ') })
            : t('reachNoWay')}
        </span>
        {data.notReached.map(({ channel, since }) => (
          <strong key={channel}>
            {t('reachFailed', { way: t(`way_${channel}`), when: time.moment(since) })}
          </strong>
        ))}
        {last && (
          <span className="quiet">
            {t('reachNewest', {
              way: t(`way_${last.channel}`),
              state: t(`delivery_${last.state}`),
              when: time.moment(last.at),
            })}
          </span>
        )}
      </dd>
    </>
  );
}
