import type { ComponentChildren } from 'preact';
import { classes } from './field-parts.tsx';
import type { TagKind } from './tag.tsx';

/** Who this page is about: name, one line of facts, and tags. The edge has the colour of the status. */
export function IdentityBand({
  name,
  facts,
  kind,
  tags,
}: {
  name: string;
  facts: ComponentChildren;
  kind?: TagKind | undefined;
  tags?: ComponentChildren;
}) {
  return (
    <div class={classes('card band', kind)}>
      <div>
        <h1>{name}</h1>
        <p class="lead">{facts}</p>
      </div>
      {tags && <div class="tags">{tags}</div>}
    </div>
  );
}
