// The places of the product, in the order of the rail. A feature with pages of its own adds its line here.
import * as say from '#say';
import type { IconName } from '#ui/icons.ts';

export type Place = { href: string; icon: IconName; name: () => string };

export const home: Place = { href: '/', icon: 'home', name: say.frame_home };
export const circles: Place = { href: '/circles', icon: 'circle', name: say.frame_circles };
export const knowledge: Place = { href: '/knowledge', icon: 'book', name: say.frame_knowledge };
export const all: Place = { href: '/all', icon: 'all', name: say.frame_all };

export const places: Place[] = [
  home,
  circles,
  knowledge,
  { href: '/organisations', icon: 'people', name: say.frame_organisations },
  { href: '/areas', icon: 'place', name: say.frame_areas },
  { href: '/goals', icon: 'target', name: say.goals_goals },
  { href: '/indicators', icon: 'chart', name: say.goals_indicators },
  { href: '/dashboards', icon: 'all', name: say.goals_dashboards },
];

export const isHere = (place: Place, path: string): boolean =>
  place.href === '/' ? path === '/' : path === place.href || path.startsWith(place.href + '/');
