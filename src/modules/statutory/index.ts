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
