import type { ComponentChildren } from 'preact';
import type { Attempt } from '#src/kernel/form.ts';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PostForm } from '#src/ui/post-form.tsx';

/** A form that the browser's script fills in after asking for a passkey; without script its button says why not. */
export function PasskeyForm(props: {
  readonly ceremony: 'create' | 'get';
  readonly challenge: string;
  readonly attempt: Attempt;
  readonly submit: string;
  readonly cancel: string;
  readonly children?: ComponentChildren;
}) {
  const { credential, ...others } = props.attempt.errors;
  const words = credential === undefined ? {} : { form: noScriptWords };
  const { form } = others;
  return (
    <div data-passkey={props.ceremony} data-challenge={props.challenge}>
      <PostForm
        attempt={{ values: props.attempt.values, errors: { ...words, ...others, ...(form ? { form } : {}) } }}
        submit={props.submit}
        cancel={{ href: props.cancel }}
      >
        {props.children}
        <HiddenField name="credential" value="" />
      </PostForm>
      <noscript>
        <p>{noScriptWords}</p>
      </noscript>
    </div>
  );
}

const noScriptWords =
  'A passkey needs a browser that runs scripts. Yours does not now: go in another way, or switch them on';
