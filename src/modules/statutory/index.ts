export { type BankHoliday, bankHolidaysBetween } from './domain/bank-holidays.ts';
export {
  type CensusDay,
  type CensusSeason,
  censusDayOn,
  lastCensusDay,
  nextCensusDay,
} from './domain/census-days.ts';
