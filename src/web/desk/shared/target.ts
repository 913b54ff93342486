import type { Instant } from '../../../contracts/index.js';

const MINUTE = 60_000;

/** How far a waiting case has come towards the target of its urgency. */
export interface TargetState {
  /** Whole minutes waited. */
  waitedMinutes: number;
  /** 0 … 1 of the target used; 1 when passed. */
  used: number;
  /** Whether the target has passed. */
  passed: boolean;
  /** Whole minutes left, or past when `passed`; never below 0. */
  minutes: number;
  /** Three quarters of the target used: time to look at it. */
  soon: boolean;
}

/** Where a case stands between when it began to wait and when it should be answered. */
export function targetState(waitingSince: Instant, dueAt: Instant, now: Date): TargetState {
  const since = Date.parse(waitingSince);
  const due = Date.parse(dueAt);
  const waited = Math.max(0, now.getTime() - since);
  const left = due - now.getTime();
  const passed = left <= 0;
  const used = passed || due <= since ? 1 : Math.min(1, waited / (due - since));
  return {
    waitedMinutes: Math.floor(waited / MINUTE),
    used: passed ? 1 : used,
    passed,
    minutes: passed ? Math.floor((now.getTime() - due) / MINUTE) : Math.ceil(left / MINUTE),
    soon: !passed && used >= 0.75,
  };
}
