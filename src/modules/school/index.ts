export { addSchool, addTrust, type NewSchool } from './commands/add-school.ts';
export { Phase, phases, schoolFields } from './domain/school.form.ts';
