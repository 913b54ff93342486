import { useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../../contracts/index.js';
import { ageText } from '../shared/age.js';
import { useDesk } from '../shared/desk-context.js';
import { setTitle } from '../shared/tab-title.js';
import { tellStaff } from '../shared/tell-staff.js';
import { useTexts } from '../texts/desk-texts.js';
import { alertedSince, alertsIn, arrivedSince, heardOf, LOUD_URGENCY, tabTitle, waits } from './arrivals.js';

/**
 * Tells of what arrives in the staff member's queue, and of what becomes known about its cases: title of the tab, sound,
 * and a text to be read aloud.
 */
export function useArrivals(rows: readonly QueueRow[] | undefined, unread: number): string {
  const texts = useTexts();
  const { settings, commission } = useDesk();
  const before = useRef<ReadonlySet<string> | null>(null);
  const alertsBefore = useRef<ReadonlyMap<string, number> | null>(null);
  const [said, setSaid] = useState('');
  const latest = useRef({ texts, settings, commission });
  latest.current = { texts, settings, commission };

  useEffect(() => {
    if (rows) setTitle(tabTitle(rows, latest.current.texts.t('product'), unread));
  }, [rows, unread]);

  useEffect(() => {
    if (!rows) return;
    const arrived = arrivedSince(before.current, rows);
    before.current = new Set(rows.filter(waits).map((row) => row.caseId));
    const alerted = alertedSince(alertsBefore.current, rows, latest.current.commission.id);
    alertsBefore.current = alertsIn(rows);
    const [alert] = alerted;
    const [first] = arrived;
    const of = alert ?? first;
    if (!of) return;
    const { t, text } = latest.current.texts;
    const facts = {
      urgency: of.urgency,
      reason: text(of.reason),
      patient: `${of.patient.name || t('protectedIdentity')}, ${ageText(of.patient.ageMonths, latest.current.texts)}`,
    };
    if (alert?.alert) setSaid(t('alerted', { ...facts, what: t(`alert_${alert.alert.what}`) }));
    else setSaid(arrived.length > 1 ? t('arrivedMany', { n: arrived.length }) : t('arrived', facts));
    const heard = heardOf(alerted, arrived, latest.current.commission.id);
    if (!heard) return;
    const notice =
      heard.urgency <= LOUD_URGENCY ? t('arrivedUrgent', { urgency: heard.urgency }) : t('timeHasCome');
    tellStaff(notice, latest.current.settings);
  }, [rows]);
  return said;
}
