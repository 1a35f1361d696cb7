import { useMutation, useQueryClient } from '@tanstack/react-query'
import { asProblem, type Problem } from '@/api/problem'
import { logIn, type Login, type Session } from '@/api/session'
import { adopt, sessionKey } from '@/kit/session'

/** Roles that work on a phone; their pages are another entry. */
const elsewhere: Record<string, string> = { engineer: '/field', clerk: '/field/clerk' }

/** Where a person starts: another entry's address, or null for the console. */
export function startOf(session: Session): string | null {
  const roles = session.user?.roles ?? []
  const phone = roles.map((held) => elsewhere[held.role])
  return roles.length > 0 && phone.every(Boolean) ? (phone[0] ?? null) : null
}

const wantsCode = (problem: Problem) => problem.status === 401 && problem.refusal.code.includes('mfa')

/** Whom OpenID named and who has a second factor here comes back to be asked for its code. */
const openIdWaits = (): boolean => new URLSearchParams(window.location.search).get('refused') === 'people.mfa_needed'

/** Log in; the caller shows the second step while `needsCode` holds. */
export function useSignIn() {
  const client = useQueryClient()
  const signIn = useMutation({
    mutationFn: (login: Login) => logIn(login),
    onSuccess: (session) => {
      if (session.mfa_required && !session.user) return
      const start = startOf(session)
      if (start) window.location.assign(start)
      else client.setQueryData(sessionKey, adopt(session))
    },
  })
  const problem = signIn.error ? asProblem(signIn.error) : null
  const named = openIdWaits() && !signIn.data
  const asked = problem ? wantsCode(problem) : named || Boolean(signIn.data?.mfa_required && !signIn.data.user)
  const demoCode = problem?.refusal.params?.['demo_code']
  return {
    signIn,
    needsCode: asked || Boolean(signIn.variables?.code && problem && problem.status < 500),
    problem: problem && !wantsCode(problem) ? problem : null,
    demoCode: typeof demoCode === 'string' ? demoCode : null,
  }
}
