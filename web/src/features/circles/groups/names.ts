// What a group is called where nobody gave it a name.
import * as say from '#say';
import type { Group } from '../types.ts';

export const nameOf = ({ name, place }: Pick<Group, 'name' | 'place'>): string => name || say.groups_one_number({ number: place });
