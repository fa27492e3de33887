export { addSchool, addTrust, type NewSchool } from './commands/add-school.ts';
export { addAcademicYear } from './commands/keep-academic-year.ts';
export { addGroup, changeGroup, endGroup, type NewGroup } from './commands/keep-group.ts';
export { addStaff, changeStaff, linkStaffToPerson, type NewStaff } from './commands/keep-staff.ts';
export { type LessonCounts, recordLessons, type Timetable } from './commands/record-lessons.ts';
export { type NewPlace, putStaffInGroup, takeStaffOutOfGroup } from './commands/staff-group.ts';
export { academicYearBounds, academicYearFrom, academicYearOf } from './domain/academic-year.ts';
export {
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
  isSchoolDay,
  mondayOf,
  type SchoolCalendar,
  schoolDaysBetween,
  schoolDayWhy,
  type Term,
  weekInWords,
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
  type School,
  type Site,
  type StaffedGroup,
  type StaffFacts,
  type StaffMember,
  staffName,
} from './domain/school-records.ts';
export { typicalYear } from './domain/typical-year.ts';
export { isYearGroup } from './domain/year-group-order.ts';
export { findCalendarAround } from './queries/find-calendar.ts';
export { findSchoolByUrn } from './queries/find-school-by-urn.ts';
export { calendarOf, getCalendar } from './queries/get-calendar.ts';
export { getSchool } from './queries/get-school.ts';
export { getGroup, listGroups, listStaffedGroups, listStaffedGroupsOn } from './queries/list-groups.ts';
export { listLessonsTaught } from './queries/list-lessons-taught.ts';
export { listSites } from './queries/list-sites.ts';
export { findStaffMember, getStaffMember, listStaff, type StaffWithTerms } from './queries/list-staff.ts';
export { getYear, listYears } from './queries/list-years.ts';
