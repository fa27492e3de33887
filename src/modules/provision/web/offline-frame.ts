import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Program } from '#src/platform/program.ts';
import { OfflineFrame } from './offline-frame.view.tsx';

/** The screen as it is sent and as it is kept on a device: the same for everybody. */
export const drawFrame = ({ assets: { css, offline } }: Pick<Program, 'assets'>): string =>
  `<!doctype html>${renderToString(h(OfflineFrame, { css, js: offline.slice(0, 1) }))}`;
