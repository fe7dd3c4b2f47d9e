// The words of knowledge for every value that the server knows; the compiler sees that none is missing.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Heading, Kind, Licence, Removed, Visibility } from './types.ts';

export const kinds: Words<Kind> = {
  note: say.knowledge_kind_note,
  story: say.knowledge_kind_story,
  lesson: say.knowledge_kind_lesson,
  case: say.knowledge_kind_case,
  news: say.knowledge_kind_news,
  document: say.knowledge_kind_document,
  question: say.knowledge_kind_question,
};

export const kindHints: Words<Kind> = {
  note: say.knowledge_kind_note_hint,
  story: say.knowledge_kind_story_hint,
  lesson: say.knowledge_kind_lesson_hint,
  case: say.knowledge_kind_case_hint,
  news: say.knowledge_kind_news_hint,
  document: say.knowledge_kind_document_hint,
  question: say.knowledge_kind_question_hint,
};

export const headings: Words<Heading> = {
  context: say.knowledge_heading_context,
  did: say.knowledge_heading_did,
  result: say.knowledge_heading_result,
  why: say.knowledge_heading_why,
  next_time: say.knowledge_heading_next_time,
  for_whom: say.knowledge_heading_for_whom,
  background: say.knowledge_heading_background,
  development: say.knowledge_heading_development,
  success: say.knowledge_heading_success,
  lesson: say.knowledge_heading_lesson,
  advice: say.knowledge_heading_advice,
};

export const headingsOf: Partial<Record<Kind, Heading[]>> = {
  lesson: ['context', 'did', 'result', 'why', 'next_time', 'for_whom'],
  case: ['background', 'development', 'success', 'lesson', 'advice'],
};

export const licences: Words<Licence> = {
  cc0: say.knowledge_licence_cc0,
  cc_by: say.knowledge_licence_cc_by,
  cc_by_sa: say.knowledge_licence_cc_by_sa,
  cc_by_nd: say.knowledge_licence_cc_by_nd,
  cc_by_nc: say.knowledge_licence_cc_by_nc,
  cc_by_nc_sa: say.knowledge_licence_cc_by_nc_sa,
  cc_by_nc_nd: say.knowledge_licence_cc_by_nc_nd,
  all_rights_reserved: say.knowledge_licence_all_rights_reserved,
};

export const furniture: Words<Removed['why']> = {
  page_number: say.knowledge_removed_page_number,
  running_head: say.knowledge_removed_running_head,
  menu: say.knowledge_removed_menu,
  share: say.knowledge_removed_share,
  picture_name: say.knowledge_removed_picture_name,
  site_notice: say.knowledge_removed_site_notice,
  about_the_page: say.knowledge_removed_about_the_page,
};

/** Whom a new item may be written for; partners are named on its page later. */
export const audiences: Words<Exclude<Visibility, 'partners'>> = {
  public: say.records_visibility_public,
  members: say.records_visibility_members,
  private: say.knowledge_for_me,
};

export { options } from '#lib/words.ts';
