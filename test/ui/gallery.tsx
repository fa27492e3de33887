import type { VNode } from 'preact';
import { type Assets, Layout, type LayoutProps } from '#src/ui/layout.tsx';
import { type Reading, usualReading } from '#src/ui/reading.ts';
import { SessionsScreen, TodayScreen } from './gallery-day.tsx';
import { FormsScreen, SignInScreen } from './gallery-forms.tsx';
import { PartsScreen } from './gallery-parts.tsx';
import { PupilScreen, RegisterScreen } from './gallery-screens.tsx';

const nav = ['Today', 'Pupils', 'Provision', 'Reviews', 'Team', 'Insight', 'School'].map((label) => ({
  label,
  href: `/${label.toLowerCase()}`,
}));

type Screen = Pick<LayoutProps, 'title'> &
  Partial<Omit<LayoutProps, 'assets'>> & { readonly children: VNode };

const screens: Readonly<Record<string, Screen>> = {
  register: { title: 'SEND register', section: 'Pupils', children: <RegisterScreen /> },
  pupil: { title: 'Amara Okafor', section: 'Pupils', children: <PupilScreen /> },
  today: { title: 'Today', section: 'Today', children: <TodayScreen /> },
  sessions: {
    title: 'Your sessions',
    section: 'Today',
    canFind: false,
    nav: nav.slice(0, 2),
    children: <SessionsScreen />,
  },
  forms: { title: 'Record a need', section: 'Pupils', children: <FormsScreen /> },
  parts: {
    title: 'Every other part',
    section: 'School',
    flash: 'Import undone: 12 pupils are as they were.',
    refreshSeconds: 2,
    children: <PartsScreen />,
  },
  'sign-in': {
    title: 'Sign in',
    nav: [],
    school: undefined,
    person: undefined,
    canFind: false,
    children: <SignInScreen />,
  },
};

/** Every screen of the gallery, as a whole page. Not a product page: for eyes, for axe and for tests. */
export const galleryPages = (assets: Assets, reading: Partial<Reading> = {}) =>
  Object.entries(screens).map(([name, screen]) => ({
    name,
    page: (
      <Layout
        nav={nav}
        school={{ name: 'Larkfield Primary', href: '/schools' }}
        person={{ name: 'Ruth Adeyemi' }}
        canFind
        assets={assets}
        reading={{ ...usualReading, ...reading }}
        {...screen}
      />
    ),
  }));
