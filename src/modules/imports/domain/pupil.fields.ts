import { field, repeated } from './field.ts';

/** Who a pupil is, where the pupil belongs, and the facts that come from the school’s system. */
export const pupilFields = {
  upn: field('pupil', 'UPN', 'upn|unique pupil number|upn number|current upn'),
  formerUpn: field('pupil', 'Former UPN', 'former upn|formerupn|previous upn|old upn'),
  uln: field('pupil', 'ULN', 'uln|unique learner number|uniquelearnernumber|learner number'),
  misId: field(
    'pupil',
    'Number in the school’s system',
    'id|adno|adm no|admission number|admission no|admission num|roll no|roll number|mis id|misid|school id|person id|personid|system id|nativeid|id student|external id|student number|pupil number|number|arbor id|simsid',
  ),
  surname: field(
    'pupil',
    'Legal surname',
    'surname|legal surname|legal last name|last name|lastname|family name|legal family name',
  ),
  forename: field(
    'pupil',
    'Legal forename',
    'forename|legal forename|first name|firstname|given name|legal first name|forenames|forename s',
  ),
  fullName: field(
    'pupil',
    'Full name in one column',
    'name|full name|surname forename|surname comma forename|legal name|last name first name|names|pupil|student|child',
  ),
  middleNames: field(
    'pupil',
    'Middle names',
    'middle names|middle name|middlenames|legal middle name|legal middle names|middle name s',
  ),
  preferredSurname: field(
    'pupil',
    'Preferred surname',
    'preferred surname|preferred last name|preferredsurname|chosen surname',
  ),
  preferredForename: field(
    'pupil',
    'Preferred forename',
    'preferred forename|preferred first name|preferredforename|preferred name|known as|chosen name|chosen forename|preferred given name',
  ),
  formerSurname: field(
    'pupil',
    'Former surname',
    'former surname|formersurname|previous surname|former last name',
  ),
  bornOn: field(
    'pupil',
    'Date of birth',
    'dob|date of birth|birth date|birthdate|d o b|dateofbirth|date of birth dd mm yyyy|dob yyyy mm dd',
  ),
  sex: field('pupil', 'Sex', 'sex|gender|m f|legal sex|sex m f'),
  yearGroup: field(
    'pupil',
    'Year group',
    'year|nc year|year taught in|ncy|curriculum year|year group|yeargroup|yr|yr group|ncyearactual|nc year actual|national curriculum year|academic year group|current year group|current nc year',
  ),
  classGroup: field(
    'pupil',
    'Class or tutor group',
    'reg|reg group|registration group|tutor group|form|registration form|form tutor group|form group|tutor|class|class name|reg form|tutorgroup|current registration form|current form|class group|registration',
  ),
  house: field('pupil', 'House', 'house|house group|house name'),
  enrolmentStatus: field(
    'pupil',
    'Enrolment status',
    'enrolment status|enrolstatus|enrol status|enrolment|on roll status|registration type',
  ),
  entryOn: field(
    'pupil',
    'Joined on',
    'entry date|entrydate|date of admission|admission date|doa|date of entry|enrolment date|date joined|joined|join date|joining date|start date at school|on roll date|enrolment start date',
  ),
  leavingOn: field(
    'pupil',
    'Left on',
    'leaving date|date of leaving|dol|leave date|date left|left|off roll date|enrolment end date|leavingdate',
  ),
  leavingReason: field('pupil', 'Reason for leaving', 'leaving reason|reason for leaving|leavingreason'),
  ethnicity: field(
    'pupil',
    'Ethnicity',
    'ethnicity|ethnic group|ethnicity code|ethnic origin|ethnicity dfe code',
  ),
  language: field(
    'pupil',
    'First language',
    'first language|home language|language|mother tongue|language code|main language',
  ),
  hasEal: field(
    'pupil',
    'English as an additional language',
    'eal|english as an additional language|is eal|eal status|eal pupil|eal indicator',
  ),
  hasFsm: field(
    'pupil',
    'Free school meals now',
    'fsm|fsm eligible|free school meals|free school meal|eligible for fsm|fsm eligibility|currently fsm|fsm indicator|fsm status|free school meals eligible',
  ),
  hasFsmEver6: field(
    'pupil',
    'Free school meals in the last six years',
    'fsm ever 6|fsm6|ever 6|ever 6 fsm|fsm ever6|ever6|fsm in last 6 years|ever6 fsm',
  ),
  hasPupilPremium: field(
    'pupil',
    'Pupil premium',
    'pupil premium|pp|deprivation pp|pupil premium indicator|pp indicator|pupil premium eligible|in receipt of pupil premium|premium pupil indicator|ppi|deprivation pupil premium',
  ),
  isInCare: field(
    'pupil',
    'In care',
    'in care|lac|cla|looked after|in lea care|in la care|currently in care|looked after child|child looked after|in care now',
  ),
  wasEverInCare: field(
    'pupil',
    'Ever in care',
    'ever in care|plac|previously looked after|post looked after|post lac|plaa',
  ),
  careAuthority: field(
    'pupil',
    'Care authority',
    'care authority|caring authority|in care authority|looked after authority',
  ),
  serviceChild: field(
    'pupil',
    'Service child',
    'service child|servicechild|service children|service children indicator|service family|service child indicator',
  ),
  hasMedicalFlag: field(
    'pupil',
    'Medical flag',
    'medical flag|medicalflag|has medical|medical conditions flag|medical needs|medical',
  ),
  isYoungCarer: field('pupil', 'Young carer', 'young carer|youngcarer|young carer indicator|is young carer'),
} as const;

/** Where a pupil lives and can be reached. */
export const pupilAddressFields = {
  addressLine: repeated(
    'pupil',
    'Address',
    'address|address line|house number|house name|house|apartment|street|district|town|town city|city|county|locality|address block|home address|full address|postal address',
  ),
  postcode: field('pupil', 'Postcode', 'postcode|post code|home postcode'),
  mobile: field('pupil', 'Mobile telephone', 'mobile|mobile phone|mobile number|mobile telephone|mobile tel'),
  homePhone: field(
    'pupil',
    'Home telephone',
    'home phone|home telephone|home tel|home number|main telephone|telephone home|home phone number',
  ),
  workPhone: field(
    'pupil',
    'Work telephone',
    'work phone|work telephone|work tel|work number|telephone work',
  ),
  phone: repeated(
    'pupil',
    'Telephone',
    'phone|telephone|tel|phone number|telephone number|tel no|contact number|primary phone',
  ),
  email: field(
    'pupil',
    'Email',
    'email|e mail|email address|primary email|home email|main email|work email|school email',
  ),
} as const;
