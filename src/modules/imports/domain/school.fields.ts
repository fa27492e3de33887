import { field, repeated } from './field.ts';

/** A member of staff. */
export const staffFields = {
  staffCode: field(
    'staff',
    'Staff: code',
    'staff code|initials|code|teacher code|staff initials|staff id|timetable code|id|payroll number',
  ),
  staffTitle: field('staff', 'Staff: title', 'title'),
  staffForename: field(
    'staff',
    'Staff: forename',
    'forename|first name|firstname|legal forename|given name|preferred forename|preferred first name',
  ),
  staffSurname: field(
    'staff',
    'Staff: surname',
    'surname|last name|lastname|legal surname|family name|preferred surname|preferred last name',
  ),
  staffFullName: field('staff', 'Staff: full name', 'full name|name|staff name|staff|employee'),
  staffRole: field(
    'staff',
    'Staff: role',
    'job title|role|post|position|job|job role|current role|business role|post title',
  ),
  staffEmail: field(
    'staff',
    'Staff: email',
    'email|work email|email address|e mail|school email|primary email|default email address',
  ),
  staffStartOn: field(
    'staff',
    'Staff: started on',
    'start date|date of appointment|contract start|contract start date|employment start date|start|date joined',
  ),
  staffEndOn: field(
    'staff',
    'Staff: ends on',
    'end date|contract end|contract end date|employment end date|leaving date|end|date left',
  ),
  staffFte: field('staff', 'Staff: full-time equivalent', 'fte|full time equivalent|fte ratio|contract fte'),
} as const;

/** Classes, teaching groups and lessons. */
export const timetableFields = {
  groupName: field(
    'group',
    'Class or teaching group',
    'class|class name|teaching group|group|group name|set|teaching class|class code|course group',
  ),
  subject: field('group', 'Subject of the lessons', 'subject|course|subject name|curriculum subject'),
  teacher: repeated(
    'group',
    'Teacher',
    'teacher|teachers|staff|class teacher|teacher name|staff code|teacher code|lead teacher|form tutor|main teacher|supervisor',
  ),
  day: field('lesson', 'Day of the week', 'day|weekday|day of week|day name'),
  period: field('lesson', 'Period', 'period|lesson|period name|slot|session|timetable period'),
  week: field('lesson', 'Week A or B', 'week|week a b|timetable week|cycle week|week name'),
  room: field('lesson', 'Room', 'room|room name|location|classroom|room code'),
  startsAt: field('lesson', 'Starts at', 'start|start time|starts|from|starts at|time from'),
  endsAt: field('lesson', 'Ends at', 'end|end time|ends|to|ends at|finish|time to|finish time'),
} as const;

/** Attendance and suspensions. */
export const attendanceFields = {
  attendancePossible: field(
    'attendance',
    'Possible sessions',
    'sessions possible|possible sessions|possible|possible marks|poss|total possible|total sessions',
  ),
  attendanceAttended: field(
    'attendance',
    'Sessions attended',
    'present|sessions attended|attended|attendances|sessions present|present marks|attends|present or aea|attendance marks',
  ),
  attendanceAuthorised: field(
    'attendance',
    'Authorised absences',
    'authorised|authorised absence|authorised absences|auth abs|sessions authorised|auth absence|authorised absent',
  ),
  attendanceUnauthorised: field(
    'attendance',
    'Unauthorised absences',
    'unauthorised|unauthorised absence|unauthorised absences|unauth abs|sessions unauthorised|unauth absence|unauthorised absent',
  ),
  attendanceLate: field(
    'attendance',
    'Lates',
    'late|lates|late before reg|late before register|late marks|late after reg|minutes late',
  ),
  attendancePercent: field(
    'attendance',
    'Attendance in per cent',
    '% attendance|attendance %|% attend|attendance|percentage attendance|attendance percentage|% present|attendance percent|present %',
  ),
  attendanceAsAt: field(
    'attendance',
    'Attendance up to',
    'as at|attendance to|to date|date to|attendance as at|period end',
  ),
  suspendedFrom: field(
    'suspension',
    'Suspended from',
    'suspension start|suspension start date|exclusion start date|exclusion start|suspended from|start date|from|from date|date of suspension|date|start',
  ),
  suspendedUntil: field(
    'suspension',
    'Suspended until',
    'suspension end|suspension end date|exclusion end date|exclusion end|suspended until|end date|to|until|to date|end',
  ),
  suspensionSessions: field(
    'suspension',
    'Sessions suspended',
    'sessions|sessions suspended|suspension sessions|number of sessions|total sessions|sessions excluded|length in sessions|no of sessions',
  ),
  suspensionDays: field(
    'suspension',
    'Days suspended',
    'days|suspension days|number of days|length in days|days excluded|days suspended|length|duration days',
  ),
  suspensionCategory: field(
    'suspension',
    'Kind of suspension',
    'category|type|suspension type|exclusion type|suspension category|exclusion category',
  ),
  suspensionReason: field(
    'suspension',
    'Reason for the suspension',
    'reason|suspension reason|exclusion reason|reason code|reason for suspension|main reason|reason 1',
  ),
} as const;
