/** What happens to the school's own settings, with the version of each shape. */
export const schoolEvents = {
  SchoolAdded: 1,
  SchoolChanged: 1,
  SiteAdded: 1,
  AcademicYearAdded: 1,
  AcademicYearChanged: 1,
  InsetDaysChanged: 1,
  ClosureAdded: 1,
  ClosureWithdrawn: 1,
  GroupAdded: 1,
  GroupChanged: 1,
  GroupEnded: 1,
  GroupStaffed: 1,
  StaffAdded: 1,
  StaffChanged: 1,
  StaffLinked: 1,
  ContractAgreed: 1,
  RateSet: 1,
  LessonsChanged: 1,
} as const;

/** After these, who teaches whom may be another: later modules derive reach anew. */
export const teachingEvents = ['GroupStaffed', 'GroupEnded', 'StaffChanged', 'StaffLinked'] as const;
