import { defineTexts } from '../../i18n/i18n.js';

/** Texts of the queue. */
export const queueTexts = defineTexts({
  queue: { sv: 'Kö', en: 'Queue' },
  tabs: { sv: 'Vilka ärenden', en: 'Which cases' },
  tabMine: { sv: 'Mina', en: 'Mine' },
  tabQueue: { sv: 'Min kö', en: 'My queue' },
  tabUnit: { sv: 'Alla på enheten', en: 'All at the unit' },
  nextCase: { sv: 'Nästa ärende', en: 'Next case' },
  nextNone: { sv: 'Ingen väntar i din kö just nu.', en: 'No one waits in your queue right now.' },
  openForCaller: { sv: 'Öppna ärende åt någon som ringer', en: 'Open a case for a caller' },
  searchCases: { sv: 'Sök ärenden', en: 'Search for cases' },
  byTelephone: { sv: 'per telefon', en: 'by telephone' },
  urgency: { sv: 'Prioritet', en: 'Urgency' },
  child: { sv: 'barn', en: 'child' },
  rangForChild: { sv: 'vårdnadshavare ringde', en: 'guardian rang' },
  writesForChild: { sv: 'vårdnadshavare skriver', en: 'guardian writes' },
  waited: { sv: 'Väntat {span}', en: 'Waited {span}' },
  left: { sv: '{span} kvar', en: '{span} left' },
  passed: { sv: 'passerad {span}', en: 'passed by {span}' },
  passedNow: { sv: 'passerad', en: 'passed' },
  heldByMe: { sv: 'Hos dig', en: 'With you' },
  heldBy: { sv: 'Hos {name}', en: 'With {name}' },
  holderGone: { sv: '{name} är borta sedan {when}', en: '{name} is gone since {when}' },
  beyondTitle: { sv: 'Ta ett ärende till?', en: 'Take one more case?' },
  beyondText: {
    sv: { one: 'Du har 1 ärende.', other: 'Du har {n} ärenden.' },
    en: { one: 'You have 1 case.', other: 'You have {n} cases.' },
  },
  beyondPolicy: {
    sv: { one: 'Reglerna säger 1 ärende åt gången.', other: 'Reglerna säger {n} ärenden åt gången.' },
    en: { one: 'The policy says 1 case at a time.', other: 'The policy says {n} cases at a time.' },
  },
  beyondConfirm: { sv: 'Ta ett till', en: 'Take one more' },
  claimTaken: { sv: 'Du tog nästa ärende.', en: 'You took the next case.' },
  claimUndo: { sv: 'Ångra', en: 'Undo' },
  claimUndone: {
    sv: 'Ärendet väntar i kön igen, på sin plats.',
    en: 'The case waits in the queue again, in its place.',
  },
  claimNotUndone: {
    sv: 'Det gick inte att ångra. Lämna tillbaka ärendet i stället.',
    en: 'That could not be undone. Hand the case back instead.',
  },
  unread: { sv: { one: '1 oläst', other: '{n} olästa' }, en: { one: '1 unread', other: '{n} unread' } },

  flagCount: {
    sv: { one: 'varningstecken', other: '{n} varningstecken' },
    en: { one: 'red flag', other: '{n} red flags' },
  },
  movedFrom: { sv: 'Flyttat från {unit}', en: 'Moved from {unit}' },
  sentFrom: { sv: 'Skickat från {unit}', en: 'Sent from {unit}' },
  unplacedMark: { sv: 'kunde inte placeras', en: 'could not be placed' },
  unplaced: {
    sv: {
      one: 'Ett ärende kunde inte placeras och ligger här. Titta på det först.',
      other: '{n} ärenden kunde inte placeras och ligger här. Titta på dem först.',
    },
    en: {
      one: 'One case could not be placed and lies here. Look at it first.',
      other: '{n} cases could not be placed and lie here. Look at them first.',
    },
  },
  reopened: { sv: 'återöppnat', en: 'reopened' },
  protectedMark: { sv: 'skyddad identitet', en: 'protected identity' },
  answeredRow: { sv: 'Besvarat, samtal pågår', en: 'Answered, conversation going on' },
  gone: { sv: 'Inte längre i kön', en: 'No longer in the queue' },
  isNew: { sv: 'nytt', en: 'new' },
  newCases: {
    sv: { one: '1 nytt ärende', other: '{n} nya ärenden' },
    en: { one: '1 new case', other: '{n} new cases' },
  },
  newUrgent: { sv: 'prioritet {urgency}', en: 'urgency {urgency}' },
  orderChanged: { sv: 'Ordningen har ändrats', en: 'The order has changed' },
  show: { sv: 'Visa', en: 'Show' },
  emptyQueue: { sv: 'Ingen väntar', en: 'No one waits' },
  emptyMine: { sv: 'Du har inga ärenden', en: 'You have no cases' },
  emptyUnit: { sv: 'Inga öppna ärenden på enheten', en: 'No open cases at the unit' },
  emptyLastClosed: { sv: 'Senaste ärendet avslutades {when}.', en: 'The last case was closed {when}.' },
  emptyMineText: {
    sv: 'Tryck på ”Nästa ärende” så får du det som är mest bråttom.',
    en: 'Press “Next case” and you get the one that is most urgent.',
  },
  emptyQueueText: {
    sv: 'Nya ärenden kommer hit av sig själva.',
    en: 'New cases come here by themselves.',
  },
  arrived: {
    sv: 'Nytt ärende: prioritet {urgency}, {reason}, {patient}.',
    en: 'New case: urgency {urgency}, {reason}, {patient}.',
  },
  alert_alarm: { sv: 'skrev något allvarligt', en: 'wrote something serious' },
  alert_worse: { sv: 'blev värre', en: 'got worse' },
  'alert_cut-off': { sv: 'samtalet bröts', en: 'call cut off' },
  alert_unanswered: { sv: 'svarar inte på avstämningen', en: 'does not answer the check-in' },
  alerted: {
    sv: 'Prioritet {urgency}, {reason}, {patient}: {what}.',
    en: 'Urgency {urgency}, {reason}, {patient}: {what}.',
  },
  arrivedUrgent: {
    sv: 'Prioritet {urgency}: något har hänt i kön.',
    en: 'Urgency {urgency}: something has happened in the queue.',
  },
  replied: {
    sv: { one: 'Nytt svar i ett av dina ärenden.', other: 'Nya svar i {n} av dina ärenden.' },
    en: { one: 'New reply in a case of yours.', other: 'New replies in {n} cases of yours.' },
  },
  soonLate: {
    sv: {
      one: 'Måltiden för ett ärende går snart ut.',
      other: 'Måltiden för {n} ärenden går snart ut.',
    },
    en: {
      one: 'The target of a case is about to pass.',
      other: 'The targets of {n} cases are about to pass.',
    },
  },
  arrivedMany: { sv: '{n} nya ärenden i kön.', en: '{n} new cases in the queue.' },
});
