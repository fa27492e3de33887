import { load } from 'cheerio';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  anyOf,
  chosen,
  date,
  form,
  noAttempt,
  oneOf,
  optionalOneOf,
  optionalText,
  password,
  text,
  tick,
  version,
} from '../kernel/form.ts';
import { FormField, type Held } from './form-field.tsx';

const options = [
  { value: 'k', label: 'SEN support' },
  { value: 'e', label: 'EHC plan' },
];
const { fields } = form({
  name: text({ label: 'Name', max: 80 }),
  words: optionalText({ label: 'In your own words', max: 500, kind: 'longText' }),
  since: date({ label: 'Since' }),
  status: oneOf({ label: 'Status', options }),
  stage: optionalOneOf({ label: 'Stage', options }),
  worker: chosen({ label: 'Key worker' }),
  needs: anyOf({ label: 'Needs', options }),
  agreed: tick({ label: 'The family has agreed' }),
  secret: password({ label: 'Password', isNew: true }),
  version: version(),
});
type Name = keyof typeof fields;

const drawn = (name: Name, attempt: Attempt = noAttempt, value?: Held) =>
  load(render(<FormField of={fields[name]} attempt={attempt} value={value} />), null, false);
const typed = (values: Attempt['values'], errors: Attempt['errors'] = {}): Attempt => ({ values, errors });

describe('what is in a field', () => {
  test('is what was typed, before what is held', () => {
    expect(drawn('name', typed({ name: 'Amara' }), 'Amina')('input').val()).toBe('Amara');
    expect(drawn('name', noAttempt, 'Amina')('input').val()).toBe('Amina');
  });

  test('stays blank where a person blanked it', () => {
    expect(drawn('words', typed({ words: '' }), 'Shy')('textarea').text()).toBe('');
  });

  test('is escaped', () => {
    const $ = drawn('words', typed({ words: '</textarea><script>alert(1)</script>' }));
    expect($('script').length).toBe(0);
    expect($('textarea').text()).toBe('</textarea><script>alert(1)</script>');
  });

  test.each([
    ['a school date', '2026-03-01', ['1', '3', '2026']],
    ['three boxes', { day: '31', month: 'feb', year: '26' }, ['31', 'feb', '26']],
    ['nothing', undefined, ['', '', '']],
    ['no date', 'soon', ['', '', '']],
  ])('spreads %s over the boxes of a date', (_what, value, boxes) => {
    const $ = drawn('since', typed({ since: value }));
    const parts = ['day', 'month', 'year'].map(
      (part) => $(`input[name="since-${part}"]`).attr('value') ?? '',
    );
    expect(parts).toEqual(boxes);
  });

  test('is never a password', () => {
    expect(drawn('secret', typed({ secret: 'correct horse' })).html()).not.toContain('correct horse');
  });

  test('is the version as a hidden value', () => {
    expect(drawn('version', noAttempt, 3)('input[type=hidden]').attr('value')).toBe('3');
  });
});

describe('what is chosen', () => {
  test.each([
    ['held', noAttempt, true, true],
    ['held, and taken away by the person', typed({ name: 'Amara' }), true, false],
    ['ticked by the person', typed({ agreed: 'yes' }), false, true],
    ['neither', noAttempt, false, false],
  ])('shows a tick that is %s', (_what, attempt, held, isTicked) => {
    expect(drawn('agreed', attempt, held)('input').is('[checked]')).toBe(isTicked);
  });

  test('shows the boxes that were ticked, and none of those held, once the form was sent', () => {
    const $ = drawn('needs', typed({ needs: ['e'] }), ['k']);
    expect($('input[checked]').attr('value')).toBe('e');
  });

  test('offers nothing beforehand in a list, so that nobody chooses by oversight', () => {
    const $ = drawn('stage');
    expect($('option[selected]').attr('value')).toBe('');
    expect($('option').length).toBe(3);
  });

  test('takes the options that the page gives for a choice that only the database knows', () => {
    const $ = load(
      render(
        <FormField
          of={fields.worker}
          attempt={noAttempt}
          value="2"
          options={[{ value: '2', label: 'Mrs Doyle' }]}
        />,
      ),
    );
    expect($('option[selected]').text()).toBe('Mrs Doyle');
  });
});

describe('what is said about a field', () => {
  test.each([
    ['words', 'In your own words (optional)'],
    ['name', 'Name'],
  ] as const)('labels %s as "%s"', (name, label) => {
    expect(drawn(name)('label').text()).toBe(label);
  });

  test('does not call a tick optional', () => {
    expect(drawn('agreed')('label').text()).toBe('The family has agreed');
  });

  test('ties the error to the control', () => {
    const $ = drawn('status', typed({}, { status: 'Select status' }));
    const id = $('fieldset').attr('aria-describedby');
    expect($(`#${id}`).text()).toBe('Error: Select status');
  });
});
