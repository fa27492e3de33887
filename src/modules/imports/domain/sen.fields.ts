import { field, repeated } from './field.ts';

/** SEN status, needs and place. */
export const senFields = {
  senStatus: field(
    'need',
    'SEN status',
    'sen status|sen|sen stage|sen code|sen provision|current sen status|senprovision|send|send status|send code|sen status code|sen provision type|current sen stage|sen register|sen level',
  ),
  senSince: field(
    'need',
    'SEN status since',
    'sen start date|date placed on register|sen status start date|sen provision start date|on register since|sen since|date on register|sen date|status start date|provision start date|sen start|start date',
  ),
  senReviewOn: field(
    'need',
    'Next SEN review',
    'review date|sen review date|next review|next review date|sen next review|annual review date',
  ),
  senNotes: field(
    'need',
    'Notes on SEN',
    'sen notes|sen comments|sen comment|sen summary|notes|comments|need notes',
  ),
  need: repeated(
    'need',
    'Type of need',
    'sen need|need|need type|sen type|sen need type|sentype|sen needs|needs|type of need|sen type code|sen need code|area of need|sen need description|primary need type',
  ),
  primaryNeed: field(
    'need',
    'Primary need',
    'primary need|primary sen need|main need|primary sen type|sen primary need|primary area of need|sen need primary',
  ),
  secondaryNeed: field(
    'need',
    'Secondary need',
    'secondary need|secondary sen need|secondary sen type|sen secondary need|secondary area of need|sen need secondary',
  ),
  needRank: field(
    'need',
    'Rank of the need',
    'sen need ranking|need rank|rank|ranking|need ranking|sentyperank|sen type rank|sen need rank|priority of need|sen rank',
  ),
  needFrom: field(
    'need',
    'Need from',
    'need start date|sen need start date|need start|need from|sen need start|effective date|start date',
  ),
  needUntil: field(
    'need',
    'Need until',
    'need end date|sen need end date|need end|need until|sen need end|end date',
  ),
  needWords: field(
    'need',
    'Description of the need',
    'need description|description of need|sen description|description|diagnosis|need details|sen details|need comment',
  ),
  isInSenUnit: field(
    'need',
    'In the SEN unit',
    'sen unit|member of sen unit|senunitindicator|in sen unit|sen unit member|sen unit indicator',
  ),
  hasResourcedPlace: field(
    'need',
    'Resourced place',
    'resourced provision|resourcedprovisionindicator|in resourced provision|resourced place|resourced provision indicator',
  ),
  hasTopUp: field(
    'need',
    'Top-up funding',
    'top up funding|topupfunding|top up|element 3|high needs top up|e3 funding|top up funded',
  ),
} as const;
