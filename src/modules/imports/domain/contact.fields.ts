import { field, repeated } from './field.ts';

/** A contact of a pupil. Telephone, email and address stand under the same headings as the pupil’s own. */
export const contactFields = {
  contactMisId: field('contact', 'Contact: number in the school’s system', 'id|person id|personid|mis id'),
  contactOrder: field(
    'contact',
    'Contact: order',
    'priority|order|contact order|contact priority|emergency contact priority|contact no|call order',
  ),
  contactTitle: field('contact', 'Contact: title', 'title'),
  contactForename: field(
    'contact',
    'Contact: forename',
    'forename|first name|firstname|legal forename|given name',
  ),
  contactSurname: field(
    'contact',
    'Contact: surname',
    'surname|last name|lastname|legal surname|family name',
  ),
  contactFullName: field('contact', 'Contact: full name', 'name|full name|contact|parent|carer'),
  contactSalutation: field('contact', 'Contact: salutation', 'salutation|parental salutation|addressee'),
  contactRelationship: field(
    'contact',
    'Contact: relationship',
    'relation|relationship|relationship to pupil|relationship to student|relationship type|relation to pupil|relationship to child',
  ),
  contactPr: field(
    'contact',
    'Contact: parental responsibility',
    'parental responsibility|pr|has parental responsibility|parental resp|legal guardian|is legal guardian',
  ),
  contactLivesWith: field(
    'contact',
    'Contact: lives with the pupil',
    'lives with pupil|lives with|lives with student|lives with child|same address as pupil|resident with pupil',
  ),
  contactMobile: field(
    'contact',
    'Contact: mobile',
    'mobile|mobile phone|mobile number|mobile telephone|mobile tel',
  ),
  contactHomePhone: field(
    'contact',
    'Contact: home telephone',
    'home phone|home telephone|home tel|home number|main telephone|telephone home|home phone number',
  ),
  contactWorkPhone: field(
    'contact',
    'Contact: work telephone',
    'work phone|work telephone|work tel|work number|telephone work',
  ),
  contactPhone: repeated(
    'contact',
    'Contact: telephone',
    'phone|telephone|tel|phone number|telephone number|tel no|contact number|primary phone',
  ),
  contactEmail: field(
    'contact',
    'Contact: email',
    'email|e mail|email address|primary email|home email|main email|work email|school email',
  ),
  contactAddressLine: repeated(
    'contact',
    'Contact: address',
    'address|address line|house number|house name|house|apartment|street|district|town|town city|city|county|locality|address block|home address|full address|postal address',
  ),
  contactPostcode: field('contact', 'Contact: postcode', 'postcode|post code|home postcode'),
} as const;
