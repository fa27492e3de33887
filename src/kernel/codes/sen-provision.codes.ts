import { codeList } from './codes.ts';

/** SEN provision, CBDS CS096. N, K and E are the census; the rest is met in history. */
export const senProvision = codeList({
  name: 'sen_provision',
  source: 'Department for Education, Common Basic Data Set, May 2026',
  codes: [
    {
      code: 'N',
      label: 'No special educational need',
      note: 'Includes pupils who used to have SEN support and pupils merely being monitored. There is no code for awaiting/monitoring.',
    },
    { code: 'K', label: 'SEN support', validFrom: '2014-09-01', note: 'Replaced A and P from 2014/15' },
    {
      code: 'E',
      label: 'Education, health and care plan',
      validFrom: '2014-09-01',
      note: 'Only when the final plan is issued, not while assessment is under way',
    },
    {
      code: 'S',
      label: 'Statement',
      status: 'withdrawn',
      validUntil: '2018-03-31',
      note: 'Met in the SEN history of old files; never write it',
    },
    {
      code: 'A',
      label: 'School Action / Early Years Action',
      status: 'withdrawn',
      validUntil: '2014-08-31',
      note: 'Ended with the 2014 reforms; may appear in old history',
    },
    {
      code: 'P',
      label: 'School Action Plus / Early Years Action Plus',
      status: 'withdrawn',
      validUntil: '2014-08-31',
      note: 'Ended with the 2014 reforms; may appear in old history',
    },
    {
      code: 'Q',
      label: 'School Action Plus and statutory assessment',
      status: 'withdrawn',
      validUntil: '2014-08-31',
      note: 'Seen in one system only',
      source: 'An open-source school system',
    },
    {
      code: 'O',
      label: 'Provision no longer needed',
      status: 'local',
      note: 'Internal to some school systems, not a census code: the pupil came off the register',
      source: 'An open-source school system',
    },
    {
      code: 'X',
      label: 'Severe educational disability',
      status: 'local',
      note: 'Internal to some school systems: ask, never import silently',
      source: 'An open-source school system',
    },
  ],
});
