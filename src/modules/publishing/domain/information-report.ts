import type { PartForce, PartRule, SuggestedFrom } from './part-rule.ts';

type More = Partial<Pick<PartRule, 'isMainstream'>> & { readonly suggested?: readonly SuggestedFrom[] };
const of =
  (force: PartForce, isMust: boolean) =>
  (at: readonly [part: string, title: string, source: string], wants: string, more: More = {}): PartRule => ({
    part: at[0],
    title: at[1],
    source: at[2],
    wants,
    force,
    isMust,
    ...more,
  });
const schedule = of('LAW', true);
const act = of('LAW', true);

/** What a SEN information report has to say: SEND Regulations 2014 Schedule 1, CFA s69(3)(b), CoP 6.79. */
export const informationReportParts: readonly PartRule[] = [
  schedule(
    ['kinds', 'Kinds of SEN we provide for', 'Schedule 1 item 1'],
    'The kinds of special educational needs that the school provides for.',
    { suggested: ['figures'] },
  ),
  schedule(
    ['finding', 'How we find and assess needs', 'Schedule 1 item 2'],
    'How pupils with SEN are found, and how their needs are assessed.',
    { isMainstream: true },
  ),
  schedule(
    ['effect', 'How we know that provision works', 'Schedule 1 item 3(a)'],
    'How the effect of provision is judged.',
  ),
  schedule(
    ['progress', 'How we assess and review progress', 'Schedule 1 item 3(b)'],
    'How progress towards outcomes is assessed and reviewed, and how parents and pupils take part in it.',
  ),
  schedule(
    ['teaching', 'How we teach', 'Schedule 1 item 3(c)'],
    'The approach to teaching pupils with SEN.',
    {
      suggested: ['universal'],
    },
  ),
  schedule(
    ['adapting', 'How we adapt curriculum and surroundings', 'Schedule 1 item 3(d)'],
    'How the curriculum and the learning environment are adapted.',
  ),
  schedule(
    ['support', 'Additional support for learning', 'Schedule 1 item 3(e)'],
    'The additional support for learning that pupils with SEN can have.',
    { suggested: ['targeted', 'specialist'] },
  ),
  schedule(
    ['activities', 'Joining in with everybody', 'Schedule 1 item 3(f)'],
    'How pupils with SEN take part in activities with those who have none, physical ones included.',
  ),
  schedule(
    ['wellbeing', 'Emotional, mental and social development', 'Schedule 1 item 3(g)'],
    'Support for emotional, mental and social development: listening to pupils, and preventing bullying.',
  ),
  schedule(['senco', 'Our SENCO', 'Schedule 1 item 4'], 'The name of the SENCO and how to reach them.', {
    isMainstream: true,
    suggested: ['senco'],
  }),
  schedule(
    ['expertise', 'What our staff know', 'Schedule 1 item 5'],
    'The expertise and training of staff, and how specialist expertise is secured.',
  ),
  schedule(
    ['equipment', 'Equipment and facilities', 'Schedule 1 item 6'],
    'How equipment and facilities for pupils with SEN are secured.',
  ),
  schedule(
    ['parents', 'Working with parents', 'Schedule 1 item 7'],
    'How parents of pupils with SEN are consulted and involved.',
  ),
  schedule(
    ['pupils', 'Listening to pupils', 'Schedule 1 item 8'],
    'How pupils with SEN are consulted about their education and involved in it.',
  ),
  schedule(
    ['complaints', 'If you are not content', 'Schedule 1 item 9'],
    'How parents complain about provision, and what becomes of a complaint.',
  ),
  schedule(
    ['others', 'Who we work with', 'Schedule 1 item 10'],
    'How health, social services, the authority’s support services and voluntary bodies are involved.',
  ),
  schedule(
    ['services', 'Support for parents', 'Schedule 1 item 11'],
    'How to reach the services that support parents, the authority’s advice service included. Name the service, not a person.',
    { suggested: ['local offer'] },
  ),
  schedule(
    ['moving', 'Moving on', 'Schedule 1 item 12'],
    'How pupils are supported between phases, and prepared for adulthood.',
  ),
  schedule(
    ['local_offer', 'The local offer', 'Schedule 1 item 13'],
    'Where the authority’s local offer is published.',
    { suggested: ['local offer'] },
  ),
  act(
    ['admission', 'Admission of disabled pupils', 'CFA s69(3)(b)'],
    'The arrangements for admitting disabled pupils, and the steps that keep them from being treated less favourably.',
  ),
  act(
    ['access', 'Facilities and the accessibility plan', 'CFA s69(3)(b)'],
    'The facilities that help disabled pupils to reach the school, and where the accessibility plan is.',
  ),
  of('CoP', false)(
    ['care', 'Pupils in care', 'CoP 6.79'],
    'How the school supports pupils with SEN who are in the care of an authority.',
  ),
];
