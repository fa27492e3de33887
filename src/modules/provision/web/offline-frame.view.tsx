import { LinkButton } from '#src/ui/buttons.tsx';
import { Layout } from '#src/ui/layout.tsx';
import { PageHead } from '#src/ui/page-head.tsx';

/**
 * The frame of the one screen that works without signal. It is kept on the device as it is, so it names nobody: no pupil, no
 * adult, no school. Without script it leads to the ordinary page.
 */
export function OfflineFrame({ css, js }: { css: readonly string[]; js: readonly string[] }) {
  return (
    <Layout title="Sessions without signal" nav={[]} canFind={false} assets={{ css, js }}>
      <div id="offline">
        <PageHead
          title="Sessions without signal"
          lead="This screen needs script. Without it, log your sessions where there is signal."
          actions={<LinkButton href="/provision/today">Today’s sessions</LinkButton>}
        />
      </div>
    </Layout>
  );
}
