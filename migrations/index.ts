import { Foundation1795392000000 } from './1795392000000-foundation.js';
import { NoOverlappingTimes1795392100000 } from './1795392100000-no-overlapping-times.js';
import { IndexesForHotQueries1795392200000 } from './1795392200000-indexes-for-hot-queries.js';
import { HoursOfSpecialDays1795392400000 } from './1795392400000-hours-of-special-days.js';
import { ManagersAndDuty1795392410000 } from './1795392410000-managers-and-duty.js';
import { RoutingPolicy1795392450000 } from './1795392450000-routing-policy.js';
import { Consultations1795392500000 } from './1795392500000-consultations.js';
import { Calls1795392600000 } from './1795392600000-calls.js';
import { CallersTold1795392700000 } from './1795392700000-callers-told.js';
import { EndedConsultationsAreFrozen1795392710000 } from './1795392710000-ended-consultations-are-frozen.js';
import { FlowReviews1795392800000 } from './1795392800000-flow-reviews.js';
import { WritersAndPastHolders1795392810000 } from './1795392810000-writers-and-past-holders.js';
import { Notifications1795392900000 } from './1795392900000-notifications.js';
import { WatchPosition1795393000000 } from './1795393000000-watch-position.js';
import { CheckIns1795393100000 } from './1795393100000-check-ins.js';
import { ResidentHere1795393150000 } from './1795393150000-resident-here.js';
import { DeviceCodes1795393420000 } from './1795393420000-device-codes.js';
import { ByTelephone1795393500000 } from './1795393500000-by-telephone.js';
import { UrgentNotices1795393520000 } from './1795393520000-urgent-notices.js';
import { AlarmsOfCase1795393530000 } from './1795393530000-alarms-of-case.js';
import { NamesAsSaid1795393540000 } from './1795393540000-names-as-said.js';
import { SharedLimits1795393550000 } from './1795393550000-shared-limits.js';
import { WhatWasTold1795393560000 } from './1795393560000-what-was-told.js';
import { Search1795393580000 } from './1795393580000-search.js';
import { PartsOfNames1795393600000 } from './1795393600000-parts-of-names.js';
import { WhyNotReached1795393620000 } from './1795393620000-why-not-reached.js';
import { CutCalls1795393630000 } from './1795393630000-cut-calls.js';
import { HandedOver1795393640000 } from './1795393640000-handed-over.js';
import { AccessLogHashes1795393700000 } from './1795393700000-access-log-hashes.js';
import { SetAside1795393710000 } from './1795393710000-set-aside.js';
import { Interpreters1795393720000 } from './1795393720000-interpreters.js';

/** Migrations in their order. */
export const MIGRATIONS = [
  Foundation1795392000000,
  NoOverlappingTimes1795392100000,
  IndexesForHotQueries1795392200000,
  HoursOfSpecialDays1795392400000,
  ManagersAndDuty1795392410000,
  RoutingPolicy1795392450000,
  Consultations1795392500000,
  Calls1795392600000,
  CallersTold1795392700000,
  EndedConsultationsAreFrozen1795392710000,
  FlowReviews1795392800000,
  WritersAndPastHolders1795392810000,
  Notifications1795392900000,
  WatchPosition1795393000000,
  CheckIns1795393100000,
  ResidentHere1795393150000,
  DeviceCodes1795393420000,
  ByTelephone1795393500000,
  UrgentNotices1795393520000,
  AlarmsOfCase1795393530000,
  NamesAsSaid1795393540000,
  SharedLimits1795393550000,
  WhatWasTold1795393560000,
  Search1795393580000,
  PartsOfNames1795393600000,
  WhyNotReached1795393620000,
  CutCalls1795393630000,
  HandedOver1795393640000,
  AccessLogHashes1795393700000,
  SetAside1795393710000,
  Interpreters1795393720000,
];
