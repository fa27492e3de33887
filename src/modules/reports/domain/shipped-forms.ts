/** Forms that Sendero brings: generic, in our own words, for schools whose authority has none. */
export const shippedForms = {
  'needs-assessment-request': {
    name: 'Request for an EHC needs assessment',
    why: 'Children and Families Act 2014 s36(1)',
  },
  'annual-review-report': {
    name: 'Annual review: report of the meeting',
    why: 'SEND Regulations 2014 reg 20: within two weeks of the meeting',
  },
  'top-up-bid': { name: 'Application for top-up funding', why: 'High needs funding beyond the first £6,000' },
  'consultation-reply': {
    name: 'Reply to a consultation about a place',
    why: 'Children and Families Act 2014 s38, s39: within 15 days',
  },
  'healthcare-plan': {
    name: 'Individual healthcare plan',
    why: 'Children and Families Act 2014 s100: supporting pupils with medical conditions',
  },
} as const satisfies Readonly<Record<string, { name: string; why: string }>>;

export type ShippedForm = keyof typeof shippedForms;
export const isShippedForm = (key: string): key is ShippedForm => Object.hasOwn(shippedForms, key);
export const shippedKeys: readonly ShippedForm[] = Object.keys(shippedForms).filter(isShippedForm);
