import { overdue } from './clocks.js';
import {
  consumerCrash,
  duplicate,
  lateTopic,
  slowView,
  stoppedView,
  waitingRecord,
  zombieAfterLock,
  zombieBeforeLock,
} from './consumers.js';
import { day } from './day.js';
import { forged, otherContent, parked, redriven } from './records.js';
import { emptied, emptiedAway, forgetfulClient, hole, relayCrash } from './relay.js';
import { rulesToCome } from './rules.js';
import { lockedState, twoWriters, writerCrash } from './writers.js';

export const scenarios = {
  day,
  writerCrash,
  lockedState,
  twoWriters,
  consumerCrash,
  duplicate,
  zombieBeforeLock,
  zombieAfterLock,
  lateTopic,
  waitingRecord,
  slowView,
  stoppedView,
  relayCrash,
  forgetfulClient,
  emptied,
  emptiedAway,
  hole,
  forged,
  otherContent,
  parked,
  redriven,
  overdue,
  rulesToCome,
};

export type ScenarioName = keyof typeof scenarios;
