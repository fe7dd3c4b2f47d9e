// What the server says when it cannot do what was asked (RFC 9457), as an exception that forms know how to show.

export type FieldError = { pointer: string; code: string; message: string };

type ProblemBody = {
  status: number;
  code: string;
  title: string;
  detail?: string;
  errors?: FieldError[];
  request_id?: string;
  [more: string]: unknown;
};

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: FieldError[];
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.title);
    this.status = body.status;
    this.code = body.code;
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    this.body = body;
  }

  /** The message for one field, named by its JSON pointer ("/agenda/0/title"). */
  at(pointer: string): string | undefined {
    return this.errors.find((error) => error.pointer === pointer)?.message;
  }
}

/** What is wrong with one field, if it is a field that is wrong. */
export const messageAt = (problem: unknown, pointer: string): string | undefined =>
  problem instanceof Problem ? problem.at(pointer) : undefined;

/** Somebody else has saved since the version that was sent along. */
export const isEditedElsewhere = (problem: unknown): problem is Problem => problem instanceof Problem && problem.status === 412;

/** No answer came: the network is away, or the server is. What was asked for was kept by whoever asked. */
export class Unreachable extends Error {}

/** Said by the server when it rests (busy, its database or its disk is away), or by what stands before it. Any other failure may be of this one request. */
export const isAway = (status: number): boolean => [502, 503, 504, 507].includes(status);

export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => undefined)) as ProblemBody | undefined;
  if (body?.code) return new Problem(body);
  return new Problem({ status: response.status, code: 'unknown', title: `${response.status} ${response.statusText}` });
}
