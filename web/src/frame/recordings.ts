// What "+" offers: things that are recorded in the middle of a day. A feature adds its line here.
import * as say from '#say';
import type { IconName } from '#ui/icons.ts';

export type Recording = { href: string; icon: IconName; name: () => string; hint: () => string };

export const recordings: Recording[] = [
  { href: '/capture', icon: 'camera', name: say.frame_capture, hint: say.frame_capture_hint },
  { href: '/circles?record', icon: 'circle', name: say.frame_record_session, hint: say.frame_record_session_hint },
  { href: '/knowledge/new?kind=story', icon: 'quote', name: say.frame_tell_story, hint: say.frame_tell_story_hint },
  { href: '/knowledge/new', icon: 'book', name: say.frame_write_knowledge, hint: say.frame_write_knowledge_hint },
  { href: '/import', icon: 'upload', name: say.frame_bring_document, hint: say.frame_bring_document_hint },
];
