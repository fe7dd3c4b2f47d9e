// The words of circles for every value that the server knows; the compiler sees that none is missing.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type {
  AgeBand,
  AgreementState,
  CircleKind,
  Consent,
  Level,
  PersonRole,
  Phase,
  PlaceKind,
  PointKind,
  Sector,
  SessionState,
  TeamRole,
  TopicState,
} from './types.ts';

export const kinds: Words<CircleKind> = {
  dialogue: say.circles_kind_dialogue,
  deliberation: say.circles_kind_deliberation,
  tea_circle: say.circles_kind_tea_circle,
  story_circle: say.circles_kind_story_circle,
  peer_assist: say.circles_kind_peer_assist,
  mentoring: say.circles_kind_mentoring,
  before_action_review: say.circles_kind_before_action_review,
  after_action_review: say.circles_kind_after_action_review,
  lesson_extraction: say.circles_kind_lesson_extraction,
  community_of_practice: say.circles_kind_community_of_practice,
  practice: say.circles_kind_practice,
  world_cafe: say.circles_kind_world_cafe,
  appreciative_inquiry: say.circles_kind_appreciative_inquiry,
  knowledge_market: say.circles_kind_knowledge_market,
  routine_to_research: say.circles_kind_routine_to_research,
  hearing: say.circles_kind_hearing,
  forum: say.circles_kind_forum,
  meeting: say.circles_kind_meeting,
  other: say.circles_kind_other,
};

export const levels: Words<Level> = {
  organisation: say.circles_level_organisation,
  community: say.circles_level_community,
  network: say.circles_level_network,
};

export const phases: Words<Phase> = {
  prepare: say.circles_phase_prepare,
  implement: say.circles_phase_implement,
  extend: say.circles_phase_extend,
};

export const placeKinds: Words<PlaceKind> = {
  meeting_room: say.circles_place_meeting_room,
  community_hall: say.circles_place_community_hall,
  temple: say.circles_place_temple,
  school: say.circles_place_school,
  health_station: say.circles_place_health_station,
  library: say.circles_place_library,
  learning_centre: say.circles_place_learning_centre,
  home: say.circles_place_home,
  outdoors: say.circles_place_outdoors,
  online: say.circles_place_online,
  other: say.circles_place_other,
};

export const sessionStates: Words<SessionState> = {
  planned: say.circles_state_planned,
  held: say.circles_state_held,
  postponed: say.circles_state_postponed,
  cancelled: say.circles_state_cancelled,
};

export const ageBands: Words<AgeBand> = {
  young: say.circles_age_young,
  working: say.circles_age_working,
  elder: say.circles_age_elder,
};

export const sectors: Words<Sector> = {
  state: say.circles_sector_state,
  local_government: say.circles_sector_local_government,
  academic: say.circles_sector_academic,
  private: say.circles_sector_private,
  civil_society: say.circles_sector_civil_society,
  religious: say.circles_sector_religious,
  people: say.circles_sector_people,
};

export const pointKinds: Words<PointKind> = {
  point: say.circles_point_point,
  story: say.circles_point_story,
  question: say.circles_point_question,
  lesson: say.circles_point_lesson,
};

export const consents: Words<Consent> = {
  circle: say.circles_consent_circle,
  nameless: say.circles_consent_nameless,
  named: say.circles_consent_named,
};

export const personRoles: Words<PersonRole> = {
  participant: say.circles_role_participant,
  facilitator: say.circles_role_facilitator,
  note_taker: say.circles_role_note_taker,
  speaker: say.circles_role_speaker,
  host: say.circles_role_host,
};

export const agreementStates: Words<AgreementState> = {
  open: say.circles_agreement_open,
  done: say.circles_agreement_done,
  dropped: say.circles_agreement_dropped,
};

/** What somebody may do in one circle; `none` is the way out, not a choice. */
export const teamRoles: Words<Exclude<TeamRole, 'none'>> = {
  contributor: say.circles_team_contributor,
  editor: say.circles_team_editor,
  steward: say.circles_team_steward,
  member: say.circles_team_member,
};

export const topicStates: Words<TopicState> = {
  open: say.circles_topic_open,
  scheduled: say.circles_topic_scheduled,
  done: say.circles_topic_done,
  dropped: say.circles_topic_dropped,
};

export { options } from '#lib/words.ts';
