export { addClosure, withdrawClosure } from './commands/add-closure.ts';
export { addSchool, addTrust, type NewSchool } from './commands/add-school.ts';
export { addSite, type NewSite } from './commands/add-site.ts';
export { agreeContract, type NewContract } from './commands/agree-contract.ts';
export { changeSchool, type SchoolSettings } from './commands/change-school.ts';
export { addAcademicYear, changeTerms, problemsOfTerms } from './commands/keep-academic-year.ts';
export { addGroup, changeGroup, endGroup, type NewGroup } from './commands/keep-group.ts';
export { addStaff, changeStaff, linkStaffToPerson, type NewStaff } from './commands/keep-staff.ts';
export { type LessonCounts, recordLessons, type Timetable } from './commands/record-lessons.ts';
export { problemsOfInsetDays, setInsetDays } from './commands/set-inset-days.ts';
export { type NewRate, setRate } from './commands/set-rate.ts';
export { type NewPlace, putStaffInGroup, takeStaffOutOfGroup } from './commands/staff-group.ts';
export { academicYearBounds, academicYearFrom, academicYearOf } from './domain/academic-year.ts';
export {
  type GroupToMake,
  nextGroupName,
  previewRollover,
  type RolloverGroup,
  type RolloverPreview,
  type RolloverPupil,
  type RolloverWarning,
} from './domain/rollover.ts';
export { teachingEvents } from './domain/school.events.ts';
export { Phase, phases, schoolFields } from './domain/school.form.ts';
export {
  addSchoolDays,
  type Closure,
  isDayKnown,
  isSchoolDay,
  type SchoolCalendar,
  schoolDaysBetween,
  type Term,
  weekInWords,
  weekOfTerm,
} from './domain/school-calendar.ts';
export {
  type AcademicYear,
  type Contract,
  type CostRate,
  type Group,
  type GroupKind,
  type GroupPlace,
  type KeptLesson,
  type Lesson,
  ownSource,
  type School,
  type Site,
  type StaffedGroup,
  type StaffFacts,
  type StaffMember,
  staffName,
} from './domain/school-records.ts';
export { typicalYear } from './domain/typical-year.ts';
export { isYearGroup, nextYearGroup, yearGroupRank } from './domain/year-group-order.ts';
export { findSchoolByUrn } from './queries/find-school-by-urn.ts';
export { getCalendar } from './queries/get-calendar.ts';
export { getSchool } from './queries/get-school.ts';
export { listClosures } from './queries/list-closures.ts';
export { findGroup, getGroup, listGroups, listStaffedGroups } from './queries/list-groups.ts';
export { listLessons } from './queries/list-lessons.ts';
export { listSites } from './queries/list-sites.ts';
export {
  findStaffMember,
  getStaffMember,
  listStaff,
  type StaffWithTerms,
} from './queries/list-staff.ts';
export { findYear, getYear, listYears } from './queries/list-years.ts';
