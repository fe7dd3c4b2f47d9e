import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];

export type CircleCard = Schemas['circles.CircleCard'];
export type CircleForm = Schemas['circles.CircleForm'];
export type CircleKind = CircleForm['kind'];
export type Level = CircleForm['level'];
export type Phase = NonNullable<CircleForm['phase']>;
export type PlaceKind = NonNullable<CircleForm['place_kind']>;
export type Rhythm = NonNullable<CircleForm['rhythm']>;
export type RhythmForm = Schemas['circles.RhythmForm'];
export type RhythmReply = Schemas['circles.RhythmReply'];
export type LaidOut = Schemas['circles.LaidOut'];
export type DayForm = Schemas['circles.DayForm'];
export type TurnsReply = Schemas['circles.TurnsReply'];
export type HostLine = Schemas['circles.HostLine'];
export type OwnTurn = Schemas['circles.OwnTurn'];
export type TurnLine = Schemas['circles.TurnLine'];
export type HostTask = TurnLine['done'][number];
export type MonthOfCircle = Schemas['circles.MonthOfCircle'];
export type Counters = Schemas['circles.Counters'];

export type CommunityCalendar = Schemas['circles.CommunityCalendar'];
export type KeptDay = Schemas['circles.KeptDay'];
export type Kept = KeptDay['kind'];
export type LocalDay = Schemas['circles.LocalDay'];
export type LocalDayContent = Schemas['circles.LocalDayContent'];
export type LookedAt = Schemas['circles.LookedAt'];

export type Assessment = Schemas['circles.Assessment'];
export type AssessmentCard = Schemas['circles.AssessmentCard'];
export type AssessmentReply = Schemas['circles.AssessmentReply'];
export type MonthOfMany = Schemas['circles.MonthOfMany'];
export type SelfAnswer = Schemas['circles.SelfAnswer'];

export type SessionCard = Schemas['circles.SessionCard'];
export type SessionState = SessionCard['state'];
export type SessionForm = Schemas['circles.SessionForm'];
export type AgendaBlock = Schemas['circles.AgendaBlock'];
export type ProcessNotes = Schemas['circles.ProcessNotes'];
export type Transparency = Schemas['circles.Transparency'];
export type Heads = Schemas['circles.Heads'];
export type AgeBand = keyof NonNullable<Heads['by_age']>;
export type Sector = keyof NonNullable<Heads['by_sector']>;

export type Point = Schemas['circles.Point'];
export type PointForm = Schemas['circles.PointForm'];
export type PointKind = Point['kind'];
export type Consent = Point['consent'];

export type Difference = Schemas['circles.Difference'];

export type Attendee = Schemas['circles.Attendee'];
export type AttendeeForm = Schemas['circles.AttendeeForm'];
export type PersonRole = Attendee['role'];
export type Agreement = Schemas['circles.Agreement'];
export type AgreementForm = Schemas['circles.AgreementForm'];
export type AgreementsReply = Schemas['circles.AgreementsReply'];
export type FollowedAgreement = Schemas['circles.FollowedAgreement'];
export type StandsForm = Schemas['circles.StandsForm'];
export type AgreementState = Agreement['state'];

export type Invitation = Schemas['circles.Invitation'];
export type InvitationsReply = Schemas['circles.InvitationsReply'];
export type InviteeForm = Schemas['circles.InviteeForm'];
export type InviteOutcome = Schemas['circles.Invitee']['outcome'];
export type InvitedPage = Schemas['circles.InvitedPage'];

export type Circle = Schemas['circles.CircleReply'];
export type Session = Schemas['circles.SessionReply'];
export type Topic = Schemas['circles.Topic'];
export type TopicState = Topic['state'];
export type TopicForm = Schemas['circles.TopicForm'];
export type TopicReply = Schemas['circles.TopicReply'];
export type AnswerWord = NonNullable<Session['answers']['mine']>;

export type YearPlan = Schemas['circles.YearPlan'];
export type UnitPlan = Schemas['circles.UnitPlan'];
export type Clash = Schemas['circles.Clash'];
export type Participation = Schemas['circles.TransparencyRow'];

export type TeamMember = Schemas['records.RoleHolder'];
export type TeamRole = TeamMember['role'];

export type Method = Schemas['circles.Method'];
export type MethodStep = Schemas['circles.MethodStep'];
export type MethodRole = Schemas['circles.MethodRole'];
export type MethodField = Schemas['circles.MethodField'];
export type FieldKind = MethodField['kind'];
export type Becomes = NonNullable<MethodField['becomes']>;
export type MethodCard = Schemas['circles.MethodCard'];
export type MethodReply = Schemas['circles.MethodReply'];

export type Use = Schemas['circles.Use'];
export type UseForm = Schemas['circles.UseForm'];
export type CapturedAnswer = Schemas['circles.CapturedAnswer'];
export type AnswerPart = CapturedAnswer['part'];
export type Followed = Schemas['circles.Followed'];
export type FollowUp = Schemas['circles.FollowUp'];

export type Breakout = Schemas['circles.Breakout'];
export type BreakoutForm = Schemas['circles.BreakoutForm'];
export type SplitBy = Breakout['split_by'];
export type Group = Schemas['circles.Group'];
export type GroupNote = Schemas['circles.GroupNote'];
export type MergedPoint = Schemas['circles.MergedPoint'];
export type MergeForm = Schemas['circles.MergeForm'];
export type Seated = Schemas['circles.Seated'];

export type TreeReply = Schemas['circles.TreeReply'];
export type TreeLine = Schemas['circles.TreeLine'];
export type Thread = Schemas['circles.Thread'];
export type Issue = Schemas['circles.IssueStep'];
export type IssueForm = Schemas['circles.IssueForm'];
export type IssueAnswer = Schemas['circles.IssueAnswer'];
export type Outcome = IssueAnswer['outcome'];
export type PassedOn = Schemas['circles.PassedOn'];

export type LifeReply = Schemas['circles.LifeReply'];
export type LifeSession = Schemas['circles.LifeSession'];
export type OfficeLine = Schemas['circles.OfficeLine'];
export type ResultLine = Schemas['circles.ResultLine'];
export type Ladder = Schemas['circles.Ladder'];
export type LadderReport = Schemas['circles.LadderReport'];
export type RungTold = Schemas['circles.RungTold'];
export type LadderForm = Schemas['circles.LadderForm'];
export type Rung = LadderForm['rung'];
export type RungCount = Schemas['circles.RungCount'];

export type FeedbackReply = Schemas['circles.FeedbackReply'];
export type FeedbackForm = Schemas['circles.FeedbackForm'];
export type AskedPage = Schemas['circles.AskedPage'];
export type FeedbackLinkMade = Schemas['circles.FeedbackLinkMade'];
export type GuestFeedback = Schemas['circles.GuestFeedback'];
export type Pledge = Schemas['circles.Pledge'];
export type PledgeForm = Schemas['circles.PledgeForm'];
export type UsedForm = Schemas['circles.UsedForm'];
export type Used = UsedForm['used'];
