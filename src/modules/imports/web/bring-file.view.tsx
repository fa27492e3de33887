import type { ComponentChildren } from 'preact';
import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FileField } from '#src/ui/file-field.tsx';
import { PostForm } from '#src/ui/post-form.tsx';

type BringFileProps = {
  readonly attempt: Attempt;
  readonly file: { readonly name: string; readonly label: string; readonly hint?: string | undefined };
  readonly submit: string;
  readonly cancel: string;
  /** The endings of the files that can be read. */
  readonly accept: string;
  /** What is asked beside the file. */
  readonly children: ComponentChildren;
};

/** The form by which a file of rows is brought. */
export const BringFile = ({ attempt, file, submit, cancel, accept, children }: BringFileProps) => (
  <PostForm attempt={attempt} submit={submit} encType="multipart/form-data" cancel={{ href: cancel }}>
    <Card>
      <FileField
        name={file.name}
        label={file.label}
        hint={file.hint}
        error={attempt.errors[file.name]}
        accept={accept}
      />
      {children}
    </Card>
  </PostForm>
);
