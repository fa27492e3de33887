export {
  addWorkingDays,
  type BankHoliday,
  bankHolidaysBetween,
  isBankHoliday,
  isCalendarKnown,
  isWorkingDay,
  workingDaysBetween,
} from './domain/bank-holidays.ts';
