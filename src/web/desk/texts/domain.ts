import type { Commission } from '../../../contracts/index.js';
import { defineTexts } from '../../i18n/i18n.js';

/** Texts of the field's closed lists, as `role_nurse`, `kind_nurse-visit`, `outcome_chat`, `urgency_1`. */
export const domainTexts = defineTexts({
  role_nurse: { sv: 'sjuksköterska', en: 'nurse' },
  role_physician: { sv: 'läkare', en: 'physician' },
  role_physiotherapist: { sv: 'fysioterapeut', en: 'physiotherapist' },
  role_midwife: { sv: 'barnmorska', en: 'midwife' },
  role_psychologist: { sv: 'psykolog', en: 'psychologist' },
  'role_child-nurse': { sv: 'barnsjuksköterska', en: 'child nurse' },
  role_administrator: { sv: 'administratör', en: 'administrator' },
  manages_unit: { sv: 'verksamhetschef', en: 'head of unit' },
  manages_region: { sv: 'chef i regionen', en: 'region manager' },
  manages_flows: { sv: 'klinisk redaktör', en: 'clinical editor' },
  'kind_nurse-visit': { sv: 'besök hos sjuksköterska', en: 'visit to a nurse' },
  'kind_physician-same-day': { sv: 'läkarbesök samma dag', en: 'physician visit the same day' },
  'kind_physician-visit': { sv: 'läkarbesök', en: 'visit to a physician' },
  'kind_physiotherapist-visit': { sv: 'besök hos fysioterapeut', en: 'visit to a physiotherapist' },
  'kind_child-nurse-visit': { sv: 'besök hos barnsjuksköterska', en: 'visit to a child nurse' },
  'outcome_emergency-call': { sv: 'Ring 112', en: 'Call 112' },
  'outcome_emergency-department': { sv: 'Akutmottagning', en: 'Emergency department' },
  outcome_chat: { sv: 'Chatt', en: 'Chat' },
  outcome_booking: { sv: 'Bokad tid', en: 'Booked time' },
  'outcome_self-care': { sv: 'Egenvård', en: 'Self-care' },
  urgency_1: { sv: 'Livshot', en: 'Life threat' },
  urgency_2: { sv: 'Genast', en: 'At once' },
  urgency_3: { sv: 'I dag', en: 'Today' },
  urgency_4: { sv: 'Inom dagar', en: 'Within days' },
  urgency_5: { sv: 'Kan vänta', en: 'Can wait' },
});

/** The key of what someone is in a commission: what they manage, else their role. */
export function commissionKey({ role, manages }: Pick<Commission, 'role' | 'manages'>) {
  return manages ? (`manages_${manages}` as const) : (`role_${role}` as const);
}
