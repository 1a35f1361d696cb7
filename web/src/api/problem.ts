/** What the server says when it refuses: `{code, message, params, request_id}` and sometimes the current state. */
export interface Refusal {
  code: string
  message: string
  params?: Record<string, unknown>
  request_id?: string
  current?: unknown
}

/** A refused or failed request. `status` 0: the server was not reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.message)
    this.name = 'Problem'
  }

  /** Somebody else changed the row since it was read. */
  get stale(): boolean {
    return this.status === 412
  }
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(0, { code: 'unreachable', message: String(error) })
