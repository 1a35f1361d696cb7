import { language } from '@/i18n'

/** What the server says when it refuses: `{code, message, params, request_id}` and sometimes the current state. */
export interface Refusal {
  code: string
  message: string
  params?: Record<string, unknown>
  request_id?: string
  current?: unknown
}

const WORDS = {
  unreachable: { 'zh-CN': '连不上服务器，请检查网络后再试。', en: 'The server cannot be reached. Please check the network and try again.' },
  failed: { 'zh-CN': '服务器出错了，请稍后再试。', en: 'Something went wrong on the server. Please try again later.' },
}

/** What is said when no refusal of ours came back: the browser's and the proxy's words are nobody's language. */
export const ownWords = (status: number): string => WORDS[status === 0 ? 'unreachable' : 'failed'][language()]

/** A refused or failed request. `status` 0: the server was not reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.message)
    this.name = 'Problem'
  }

  /** Asked again it may go: not reached, too busy, or broken. What was refused stays refused. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }

  /** Somebody else changed the row since it was read. */
  get stale(): boolean {
    return this.status === 412
  }
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(0, { code: 'unreachable', message: ownWords(0) })
