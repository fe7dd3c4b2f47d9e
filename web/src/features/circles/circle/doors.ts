// The pages of a circle beside its own, one line each, in the order in which they are offered.
import * as say from '#say';
import type { IconName } from '#ui/icons.ts';
import type { Circle } from '../types.ts';

export type Door = {
  /** Under the circle's address. */
  href: string;
  text: () => string;
  icon?: IconName;
  /** Offered to whom it leads to something. */
  when: (circle: Circle) => boolean;
};

export const doors: Door[] = [
  { href: '/capture', text: say.circles_capture, icon: 'camera', when: ({ rights }) => rights.edit },
  { href: '/rhythm', text: say.circles_when_short, icon: 'calendar', when: () => true },
  { href: '/turns', text: say.circles_turns_short, icon: 'circle', when: ({ level, rights }) => level === 'network' || rights.edit },
  { href: '/tree', text: say.circles_tree_short, icon: 'all', when: () => true },
  { href: '/team', text: say.circles_team_short, icon: 'people', when: ({ rights }) => rights.edit },
  { href: '/life', text: say.circles_life_short, icon: 'half', when: ({ counters }) => counters.recorded > 0 },
  {
    href: '/agreements',
    text: say.circles_agreements_followed,
    icon: 'check',
    when: ({ agreements_wanted, counters }) => agreements_wanted && counters.held > 0,
  },
  { href: '/assessments', text: say.assess, icon: 'person', when: () => true },
  { href: '/book', text: say.circles_book, icon: 'book', when: ({ counters }) => counters.recorded > 0 },
  { href: '/follow', text: say.ui_follow, icon: 'calendar', when: () => true },
];
