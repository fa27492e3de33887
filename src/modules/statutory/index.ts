export { type BankHoliday, bankHolidaysBetween } from './domain/bank-holidays.ts';
