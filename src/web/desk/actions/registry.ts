import { CallDialog } from '../call/call-dialog.js';
import { TelephoneDialog } from '../call/telephone-dialog.js';
import { AskDialog } from '../consult/ask-dialog.js';
import { JoinInDialog } from '../consult/join-in-dialog.js';
import { openForMe } from '../consult/open-for-me.js';
import { ReferDialog } from '../consult/refer-dialog.js';
import { TakeOverDialog } from '../consult/take-over-dialog.js';
import { RecordNoteDialog } from '../record/record-note-dialog.js';
import { AdviceDialog } from './advice-dialog.js';
import { BookingDialog } from './booking-dialog.js';
import { CloseDialog } from './close-dialog.js';
import { HandBackDialog } from './hand-back-dialog.js';
import { HandOverDialog } from './hand-over-dialog.js';
import { SetAsideDialog } from './set-aside-dialog.js';
import type { StaffAction } from './staff-action.js';
import { TicketDialog } from './ticket-dialog.js';
import { TransferDialog } from './transfer-dialog.js';
import { UrgencyDialog } from './urgency-dialog.js';

/** All that staff do with a case, in the order in which it is offered. A new action is an entry here and its dialog. */
export const STAFF_ACTIONS = {
  call: {
    needs: 'start-call',
    icon: 'phone',
    label: { sv: 'Ring', en: 'Call' },
    key: { letter: 'c', does: { sv: 'Ring patienten', en: 'Call the patient' } },
    inBar: ['wide', 'middle', 'narrow'],
    blocked: (_deskCase, isCalling) =>
      isCalling ? { sv: 'Ett samtal pågår redan.', en: 'A call is going on already.' } : null,
    Dialog: CallDialog,
  },
  book: {
    needs: 'book-for-patient',
    icon: 'calendar',
    label: { sv: 'Boka tid', en: 'Book a time' },
    key: { letter: 'b', does: { sv: 'Boka tid', en: 'Book a time' } },
    inBar: ['wide', 'middle'],
    Dialog: BookingDialog,
  },
  consult: {
    needs: 'consult',
    icon: 'consult',
    label: { sv: 'Rådfråga', en: 'Consult' },
    key: { letter: 'f', does: { sv: 'Rådfråga en kollega', en: 'Consult a colleague' } },
    inBar: ['wide', 'middle', 'narrow'],
    Dialog: AskDialog,
  },
  transfer: {
    needs: 'transfer',
    icon: 'transfer',
    label: { sv: 'Skicka vidare', en: 'Send on' },
    key: { letter: 's', does: { sv: 'Skicka vidare ärendet', en: 'Send the case on' } },
    inBar: ['wide'],
    Dialog: TransferDialog,
  },
  close: {
    needs: 'close',
    icon: 'check',
    label: { sv: 'Avsluta', en: 'Close' },
    key: { letter: 'a', does: { sv: 'Avsluta ärendet', en: 'Close the case' } },
    inBar: ['wide', 'middle', 'narrow'],
    Dialog: CloseDialog,
  },
  urgency: {
    needs: 'lower-urgency',
    icon: 'urgency',
    label: { sv: 'Ändra prioritet', en: 'Change urgency' },
    key: { letter: 'u', does: { sv: 'Ändra prioritet', en: 'Change urgency' } },
    inBar: [],
    // Colleagues may while it waits; the desk asks them to take it.
    isOffered: ({ mine }) => mine,
    Dialog: UrgencyDialog,
  },
  telephone: {
    needs: 'telephone',
    icon: 'phone',
    label: { sv: 'Ring på telefon', en: 'Call by telephone' },
    key: { letter: 'g', does: { sv: 'Ring på vanlig telefon', en: 'Call by ordinary telephone' } },
    inBar: [],
    Dialog: TelephoneDialog,
  },
  advice: {
    needs: 'give-advice',
    icon: 'advice',
    label: { sv: 'Skicka råden igen', en: 'Send the advice again' },
    key: { letter: 'e', does: { sv: 'Skicka råden igen', en: 'Send the advice again' } },
    inBar: [],
    blocked: ({ result }) =>
      result === null
        ? { sv: 'Bedömningen gav inga råd i det här ärendet.', en: 'The triage gave no advice in this case.' }
        : null,
    Dialog: AdviceDialog,
  },
  ticket: {
    needs: 'give-ticket',
    icon: 'ticket',
    label: { sv: 'Låt patienten boka', en: 'Let the patient book' },
    key: { letter: 'p', does: { sv: 'Låt patienten boka själv', en: 'Let the patient book' } },
    inBar: [],
    Dialog: TicketDialog,
  },
  refer: {
    needs: 'refer',
    icon: 'hospital',
    label: { sv: 'Skicka till akuten', en: 'Refer to emergency' },
    key: {
      letter: 'm',
      does: { sv: 'Skicka till akutmottagning', en: 'Refer to an emergency department' },
    },
    inBar: [],
    Dialog: ReferDialog,
  },
  'join-in': {
    needs: 'invite-colleague',
    icon: 'addPerson',
    label: { sv: 'Bjud in', en: 'Invite' },
    key: {
      letter: 'd',
      does: { sv: 'Bjud in en kollega i samtalet', en: 'Invite a colleague to the conversation' },
    },
    inBar: [],
    Dialog: JoinInDialog,
  },
  'record-note': {
    needs: 'write-note',
    icon: 'note',
    label: { sv: 'Journaltext', en: 'Text for the record' },
    key: { letter: 'v', does: { sv: 'Text till journalen', en: 'Text for the record' } },
    inBar: [],
    // Colleagues may write notes while it waits; who writes with the patient writes the record.
    isOffered: ({ relation }) => relation === 'holder' || relation === 'participant',
    Dialog: RecordNoteDialog,
  },
  'set-aside': {
    needs: 'set-aside',
    icon: 'calendar',
    label: { sv: 'Vänta till senare', en: 'Leave for later' },
    key: { letter: 'w', does: { sv: 'Vänta med ärendet till senare', en: 'Leave the case for later' } },
    inBar: [],
    Dialog: SetAsideDialog,
  },
  'hand-over': {
    needs: 'hand-over',
    icon: 'person',
    label: { sv: 'Lämna till kollega', en: 'Hand to a colleague' },
    key: { letter: 'x', does: { sv: 'Lämna ärendet till en kollega', en: 'Hand the case to a colleague' } },
    inBar: [],
    Dialog: HandOverDialog,
  },
  'hand-back': {
    needs: 'hand-back',
    icon: 'handBack',
    label: { sv: 'Lämna tillbaka', en: 'Hand back' },
    key: { letter: 'h', does: { sv: 'Lämna tillbaka till kön', en: 'Hand back to the queue' } },
    inBar: [],
    Dialog: HandBackDialog,
  },
  'take-over': {
    needs: 'take-over',
    icon: 'takeOver',
    label: { sv: 'Ta över', en: 'Take over' },
    key: {
      letter: 'o',
      does: {
        sv: 'Ta över ärendet som du är tillfrågad om',
        en: 'Take over the case you are consulted about',
      },
    },
    inBar: ['wide', 'middle', 'narrow'],
    isOffered: (deskCase) => !deskCase.mine && openForMe(deskCase) !== undefined,
    Dialog: TakeOverDialog,
  },
} as const satisfies Record<string, StaffAction>;
export type StaffActionId = keyof typeof STAFF_ACTIONS;

/** The actions with their names, in order. */
export const ACTION_LIST = Object.entries(STAFF_ACTIONS as Record<StaffActionId, StaffAction>).map(
  ([id, action]) => ({ id: id as StaffActionId, ...action }),
);
