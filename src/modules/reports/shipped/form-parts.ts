import { fields, heading, rows } from './form-design.ts';

// What several of the shipped forms ask in the same words.

export const pupil = fields(
  ['Full name', 'pupil.name'],
  ['Legal name', 'pupil.legal-name'],
  ['Date of birth', 'pupil.born'],
  ['Sex', 'pupil.sex'],
  ['Year group', 'pupil.year'],
  ['Class', 'pupil.class'],
  ['UPN', 'pupil.upn'],
  ['Address', 'pupil.address'],
  ['Home language', 'pupil.language'],
  ['Ethnicity', 'pupil.ethnicity'],
);
export const family = rows(
  2,
  ['Name', 'carers.names'],
  ['Relationship', 'carers.relationships'],
  ['Telephone', 'carers.phones'],
  ['Email', 'carers.emails'],
);
export const school = fields(
  ['School', 'school.name'],
  ['URN', 'school.urn'],
  ['SENCO', 'school.senco'],
  ['Headteacher', 'school.head'],
  ['Date of admission', 'pupil.admitted'],
);
export const signatures = [
  heading('Signed'),
  fields(
    ['Completed by', 'today.filler'],
    ['Date', 'today.date'],
    ['Signature for the school', null],
    ['Signature of parent or young person', null],
  ),
];
export const costed = rows(
  4,
  ['Provision', 'support.names'],
  ['Who', 'support.who'],
  ['When', 'support.when'],
  ['Minutes a week', 'support.weekly'],
  ['Given this year', 'support.given'],
  ['Cost', 'support.costs'],
);
export const scores = rows(
  3,
  ['Measure', 'results.measures'],
  ['First score', 'results.first'],
  ['Latest score', 'results.last'],
  ['On', 'results.last-days'],
);
export const targets = rows(
  3,
  ['Outcome', 'plan.targets'],
  ['Starting point', 'plan.baselines'],
  ['Success', 'plan.successes'],
  ['Strategies', 'plan.strategies'],
);
export const reports = rows(
  3,
  ['Report', 'advice.reports'],
  ['From', 'advice.from'],
  ['Date', 'advice.days'],
);
export const yesNo = ['Yes', 'No'];
