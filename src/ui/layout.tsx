import type { ComponentChildren } from 'preact';
import { Banner } from './banner.tsx';
import { type Reading, readingAttributes, usualReading } from './reading.ts';
import { SkipLink } from './skip-link.tsx';
import { TopBar, type TopBarProps } from './top-bar.tsx';

export type Assets = { readonly css: readonly string[]; readonly js: readonly string[] };

export type LayoutProps = TopBarProps & {
  readonly title: string;
  readonly assets: Assets;
  readonly reading?: Reading | undefined;
  /** The form on the page was refused: the title says so first, for those who hear it. */
  readonly hasErrors?: boolean | undefined;
  /** What was just done, said once at the top. */
  readonly flash?: string | undefined;
  /** The whole width of the window, for grids. */
  readonly wide?: boolean | undefined;
  /** Draw the page anew after so many seconds, while a long job runs. */
  readonly refreshSeconds?: number | undefined;
  /** After so many idle minutes the screen locks; absent where nothing has to. */
  readonly lockMinutes?: number | undefined;
  /** The page that `N` opens; absent for those who log nothing. */
  readonly log?: string | undefined;
  readonly children: ComponentChildren;
};

function Head({ title, hasErrors, assets, refreshSeconds, isDark }: LayoutProps & { isDark: boolean }) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${hasErrors ? 'Error: ' : ''}${title} · Sendero`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={isDark ? 'dark' : 'light'} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {assets.css.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {assets.js.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
      {refreshSeconds && (
        <noscript>
          <meta http-equiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      )}
    </head>
  );
}

/** A whole page. Without a person it is the signed-out page: brand, page, nothing else. */
export function Layout(props: LayoutProps) {
  const { section, nav, school, person, canFind, reading = usualReading, flash, wide, children } = props;
  return (
    <html lang="en-GB" {...readingAttributes(reading)}>
      <Head {...props} isDark={reading.tint === 'dark'} />
      <body data-log={props.log} data-lock={props.lockMinutes}>
        <SkipLink href="#main">Skip to main content</SkipLink>
        <TopBar section={section} nav={nav} school={school} person={person} canFind={canFind} />
        <main id="main" class={wide ? 'wide' : undefined} data-refresh={props.refreshSeconds}>
          {flash && (
            <Banner kind="success" titleId="flash-title">
              {flash}
            </Banner>
          )}
          {children}
        </main>
        {person && (
          <footer class="foot">
            <a href="/me/reading">Reading preferences</a> <a href="/keys">Keys</a>
          </footer>
        )}
      </body>
    </html>
  );
}
