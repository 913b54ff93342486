import type { CaseState, StaffName } from './cases.js';
import type { SeenUpTo } from './requests.js';
import type { AttachmentRef, TimelineActor } from './timeline.js';
import type { BilingualText, CareUnitName, Competence, Instant, Sex, Urgency } from './words.js';

/**
 * asked: the consulted unit is to answer · answered: the asker has got an answer, or a question back · ended: nothing
 * more is asked · taken-over: the consulted made the case theirs.
 */
export const CONSULTATION_STATES = ['asked', 'answered', 'ended', 'taken-over'] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];

/** The holder of the case and their unit ask; the asked unit is consulted. */
export type ConsultationSide = 'asker' | 'consulted';

/** Who is asked: a competence at a unit, or one colleague there. */
export interface ConsultedParty {
  unit: CareUnitName;
  competence: Competence;
  colleague: StaffName | null;
}

/** A consultation as the timeline names it. */
export type ConsultationFacts = ConsultedParty & { consultationId: string };

/** What the timeline holds of colleagues: see `TimelineBodies`. */
export interface ColleagueBodies {
  'consultation-asked': ConsultationFacts & { question: string };
  'consultation-answered': ConsultationFacts & { text: string };
  'consultation-ended': ConsultationFacts & { why: 'done' | 'case-left' | 'asked-oneself' };
  'consultation-overdue': ConsultationFacts & { dueAt: Instant };
  /** `from` is null when it lay in its queue at that moment; `goneSince` when `from` was gone, else by the consulted. */
  'taken-over': { from: StaffName | null; to: StaffName; goneSince?: Instant };
  /** The holder gave it to a colleague at the unit. */
  'handed-over': { from: StaffName; to: StaffName };
  'participant-joined': { who: StaffName };
  /** By themselves, by the holder, or by nobody: when the case changes hands or closes. */
  'participant-left': { who: StaffName };
  /** To an emergency department, with a text that the resident can show there. */
  referred: Referral;
}

export interface Referral {
  unit: CareUnitName;
  address: string;
  phone: string | null;
  text: string;
}

/** One numbered, unchangeable message of a consultation's own thread. Residents never see it. */
export interface ConsultationMessage {
  consultationId: string;
  /** 1, 2, 3 … without gaps within the consultation; 1 is the question. */
  number: number;
  /** Made by the client; the same id is stored once. */
  id: string;
  at: Instant;
  side: ConsultationSide;
  actor: TimelineActor;
  body: { text: string; attachments: AttachmentRef[] };
}

/** A consultation as one reader sees it. */
export interface ConsultationView {
  id: string;
  caseId: string;
  state: ConsultationState;
  to: ConsultedParty;
  askedBy: StaffName;
  question: string;
  askedAt: Instant;
  /** When an answer is wanted; counted anew when the asker writes again after an answer. */
  dueAt: Instant;
  /** Whether the asker was reminded that this time has passed. */
  reminded: boolean;
  endedAt: Instant | null;
  /** Which side this reader is on. */
  side: ConsultationSide;
  /** Whether this reader may write in it now. */
  canWrite: boolean;
  /** Highest number of its thread, and highest that this reader's side has seen. */
  lastNumber: number;
  seen: number;
}

/** A consultation in a list, with what one needs to know of its case. */
export interface ConsultationRow extends ConsultationView {
  urgency: Urgency;
  reason: BilingualText;
  patient: { name: string; ageMonths: number; sex: Sex | null; protectedIdentity: boolean };
  /** Who has the case now. */
  holder: StaffName | null;
  /** Messages of the other side that this reader's side has not seen. */
  unread: number;
  /** Who wrote the last message. */
  lastFrom: string;
}

/** GET /api/desk/consultations */
export interface ConsultationLists {
  /** Open ones that the own unit is asked, the most urgent case first, then by target. */
  toUs: ConsultationRow[];
  /** Open ones of the cases that the reader holds, in the same order. */
  ours: ConsultationRow[];
  /** Those that the own unit was asked and that ended today, the latest first. */
  endedToday: ConsultationRow[];
  now: Instant;
}

/** GET /api/desk/consultations/:consultationId: the record of one's own part, also after the case is out of sight. */
export interface ConsultationRecord extends ConsultationRow {
  messages: ConsultationMessage[];
  caseState: CaseState;
  /** Whether the reader still sees the case itself. */
  seesCase: boolean;
}

/** A unit that may be asked, and who there has a desk open. GET /api/desk/colleagues */
export interface ColleagueUnit {
  unit: CareUnitName;
  /** Where it lies; shown where someone is sent there. */
  address: string;
  isOpen: boolean;
  /** When closed: when it opens; null when that is not known. */
  opensAt: Instant | null;
  competences: Competence[];
  /** Others than the reader with an open desk at the unit. */
  onDuty: ColleagueOnDuty[];
}

/** A colleague with an open desk. */
export interface ColleagueOnDuty extends StaffName {
  /** Takes new cases now. */
  available: boolean;
}

/**
 * How the reader stands to a case: holder · participant: writes beside the holder · unit: a colleague at the unit ·
 * consulted: asked about it · former: had it until today; sees it as it was then, and no more of it.
 */
export type CaseRelation = 'holder' | 'participant' | 'unit' | 'consulted' | 'former';

/** What a desk's case holds of colleagues: see `DeskCase`. */
export interface CaseColleagues {
  relation: CaseRelation;
  /** former: until when it can still be read. */
  readableUntil: Instant | null;
  /** Those that the reader may follow, in the order of asking. */
  consultations: ConsultationView[];
  /** Who is in the chat beside the holder. */
  participants: StaffName[];
}

/** POST /api/desk/cases/:caseId/consultations. With `commissionId` that colleague is asked, of that unit and role. */
export interface AskConsultation {
  id: string;
  question: string;
  unitId: string;
  competence: Competence;
  commissionId: string | null;
}
/** POST /api/desk/consultations/:consultationId/take-over */
export interface TakeOverCase {
  id: string;
  /** Who had the case when it was decided to take it; null when nobody had. Is it somebody else by now, nothing is done. */
  from: string | null;
}
/** POST /api/desk/consultations/:consultationId/ending */
export interface EndConsultation {
  id: string;
}
/** POST /api/desk/cases/:caseId/participants */
export interface InviteParticipant {
  id: string;
  commissionId: string;
}
/** POST /api/desk/cases/:caseId/referral */
export interface ReferPatient extends SeenUpTo {
  id: string;
  unitId: string;
  text: string;
}

/** A message to send in a consultation. */
export interface ConsultationMessageToSend {
  consultationId: string;
  /** Made by the client; the same id is stored once, however often it is sent. */
  id: string;
  text: string;
  attachmentIds: string[];
}
