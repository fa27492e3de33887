import { describe, expect, it } from 'vitest';
import { controlForm, lineForm, nestedForm } from '#test/given-forms.ts';
import { allFacts } from '../facts/all-facts.ts';
import { openForm, placesOf } from '../word/open-form.ts';
import { learntFrom, suggestAll } from './suggestions.ts';

const suggested = (bytes: Uint8Array, learnt = learntFrom([])) => {
  const opened = openForm(bytes);
  if (!opened.ok) throw new Error(opened.why);
  const places = placesOf(opened.form);
  const likely = suggestAll(places, learnt);
  return Object.fromEntries(places.map(({ address, label }) => [label, likely.get(address) ?? null]));
};

describe('what is suggested for a place', () => {
  it('is the fact that schools call so, whatever the form calls it', () => {
    expect(suggested(nestedForm())).toMatchObject({
      'Full name': 'pupil.name',
      DOB: 'pupil.born',
      UPN: 'pupil.upn',
      'NC year': 'pupil.year',
      SENCo: 'school.senco',
      'Main area of need': 'needs.primary',
      'Cost to date': 'support.costs',
      'Outcome sought': 'plan.targets',
    });
    expect(suggested(controlForm())).toMatchObject({
      'English as an additional language?': 'pupil.eal',
      'today.filler': 'today.filler',
    });
    expect(suggested(lineForm())).toMatchObject({
      'Home language': 'pupil.language',
      'Looked after child': 'pupil.in-care',
      Relationship: 'carer1.relationship',
    });
  });

  it('is what somebody said before of the same label', () => {
    const before = [
      { address: 'line:1.0', fact: 'pupil.legal-name', label: 'Full name', heading: 'Who it is about' },
    ];
    expect(suggested(nestedForm(), learntFrom([before]))['Full name']).toBe('pupil.legal-name');
  });
});

describe('the facts', () => {
  it('are eighty and more, each with a key and a name of its own', () => {
    expect(allFacts.length).toBeGreaterThanOrEqual(80);
    expect(new Set(allFacts.map(({ key }) => key)).size).toBe(allFacts.length);
    expect(new Set(allFacts.map(({ name }) => name.toLowerCase())).size).toBe(allFacts.length);
  });
});
