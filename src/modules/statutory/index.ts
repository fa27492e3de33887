export {
  addWorkingDays,
  type BankHoliday,
  bankHolidaysBetween,
  isWorkingDay,
} from './domain/bank-holidays.ts';
export {
  type CensusDay,
  type CensusSeason,
  censusDayOn,
  lastCensusDay,
  nextCensusDay,
} from './domain/census-days.ts';
export {
  type Clock,
  type Closure,
  type Given,
  type LocalRules,
  type Process,
  usualLocalRules,
} from './domain/clocks/clock.ts';
export { type ClockState, stateOf } from './domain/clocks/clock-state.ts';
export { isProcessName, type ProcessName, processes, processNames } from './domain/clocks/processes.ts';
export { disorder, type Ran, runClocks } from './domain/clocks/run-clocks.ts';
export { compulsorySchoolAgeEndsOn } from './domain/clocks/school.clocks.ts';
export { toldCalendar } from './domain/clocks/told-calendar.ts';
export {
  addMonths,
  addYears,
  closureException,
  type LastDay,
  lastDayBefore,
  lastDayBeginningWith,
  lastDayOfMonthsStarting,
  lastDayOfWeeksBeginning,
  lastDayWithinWeeks,
  latestNotice,
  rollForward,
  workingDayWhy,
} from './domain/periods.ts';
export { educationalRecordSchoolDays, personalDataDue } from './domain/rights-clocks.ts';
