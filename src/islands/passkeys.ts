/**
 * Island: asks the device for a passkey and puts its answer into the form before it is sent; HTML has no way to ask.
 * Without script the form is sent empty, and the page says why that is not enough.
 */

const told = {
  NotAllowedError: 'No passkey was used, or it took too long. Try again.',
  InvalidStateError: 'This device has a passkey for your account already.',
  SecurityError: 'Passkeys work only at the address that Sendero was set up with.',
} as const;

/** What went wrong, in words. */
export const wordsFor = (fault: unknown): string => {
  const name = fault instanceof Error ? fault.name : '';
  return (
    Object.entries(told).find(([known]) => known === name)?.[1] ?? 'This browser does not know passkeys.'
  );
};

async function ask(ceremony: string, challenge: string): Promise<string> {
  const options = JSON.parse(challenge);
  const credential =
    ceremony === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey');
  return JSON.stringify(credential.toJSON());
}

function enhance(box: HTMLElement, form: HTMLFormElement, field: HTMLInputElement): void {
  const status = document.createElement('p');
  status.setAttribute('role', 'alert');
  form.before(status);
  const { passkey = '', challenge = '' } = box.dataset;
  // Before the behaviour that sends a form once: nothing has been sent yet.
  form.addEventListener(
    'submit',
    (event) => {
      if (field.value !== '') return;
      event.preventDefault();
      event.stopPropagation();
      status.textContent = '';
      void ask(passkey, challenge).then(
        (answer) => {
          field.value = answer;
          form.requestSubmit();
        },
        (fault: unknown) => {
          status.textContent = wordsFor(fault);
        },
      );
    },
    true,
  );
}

export function passkeys(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const form = box.querySelector('form');
    const field = form?.querySelector('input[name="credential"]');
    if (form && field instanceof HTMLInputElement) enhance(box, form, field);
  }
}
