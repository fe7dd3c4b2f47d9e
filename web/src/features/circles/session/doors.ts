// The pages that a session has beside its own, in the order in which they are shown. Who builds one adds its line here.
import * as say from '#say';
import type { IconName } from '#ui/icons.ts';
import type { Session } from '../types.ts';

export type Door = {
  /** After the session's address: `/print` leads to `/sessions/43/print`. */
  href: string;
  name: () => string;
  icon?: IconName;
  when: (session: Session) => boolean;
};

export const doors: Door[] = [
  { href: '/methods', name: say.methods_of_session, icon: 'book', when: (session) => session.rights.edit || session.methods > 0 },
  { href: '/groups', name: say.groups_title, icon: 'people', when: (session) => session.rights.edit || session.breakouts > 0 },
  { href: '/record', name: say.circles_differences, icon: 'alert', when: (session) => session.differences.length > 0 },
  { href: '/minutes', name: say.circles_minutes_of_session, icon: 'book', when: (session) => session.state === 'held' },
  {
    href: '/participation',
    name: say.circles_ladder_of_session,
    icon: 'people',
    when: ({ state, rights }) => state === 'held' && rights.edit,
  },
  { href: '/feedback', name: say.circles_feedback, icon: 'quote', when: ({ state }) => state === 'held' },
  { href: '/consents', name: say.circles_consents, icon: 'pact', when: (session) => session.rights.edit },
  { href: '/issues', name: say.circles_issues, icon: 'share', when: ({ rights, issues }) => rights.edit || issues > 0 },
  { href: '/goal', name: say.goals_from_session, icon: 'target', when: ({ rights }) => rights.edit },
  { href: '/print', name: say.circles_print_sign_in_sheet, icon: 'print', when: (session) => session.state === 'planned' },
  { href: '/papers', name: say.circles_papers, icon: 'pact', when: ({ rights }) => rights.edit },
  {
    href: '/room',
    name: say.circles_door_room,
    icon: 'qr',
    when: (session) => (session.rights.edit || session.sight !== 'outsider') && (session.state === 'planned' || session.state === 'held'),
  },
  { href: '/share', name: say.ui_pass_on, icon: 'share', when: () => true },
  { href: '/gifts', name: say.ui_gifts, icon: 'mail', when: ({ rights }) => rights.edit },
];
