import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { changeMe, mfa, type MfaSetup } from '@/api/session'
import { joined, setLanguage, useLanguage } from '@/i18n'
import { Button, Card, Facts, Segments, Tag } from '@/kit/basics'
import { sessionKey, useMe } from '@/kit/session'
import { Failure } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import css from './me.module.css'
import { words } from './words'

function CodeForm({ label, onCode, busy }: { label: string; onCode: (code: string) => void; busy: boolean }) {
  const t = words.useT()
  return (
    <Form layout="inline" onFinish={({ code }: { code: string }) => onCode(code)}>
      <Form.Item name="code" rules={[{ required: true }]}><Input placeholder={t('code.label')} inputMode="numeric" autoComplete="one-time-code" maxLength={20} /></Form.Item>
      <Button type="submit" look="primary" disabled={busy}>{label}</Button>
    </Form>
  )
}

function Setup({ setup, onDone }: { setup: MfaSetup; onDone: () => void }) {
  const t = words.useT()
  const confirm = useMutation({ mutationFn: mfa.confirm, onSuccess: onDone })
  if (confirm.data) return <><p>{t('mfa.recovery')}</p><pre className={css.codes}>{confirm.data.recovery_codes.join('\n')}</pre></>
  return (
    <>
      <p>{t('mfa.scan', { secret: setup.secret })}</p>
      <img src={setup.svg} alt={setup.uri} width={180} height={180} />
      <CodeForm label={t('code.confirm')} busy={confirm.isPending} onCode={confirm.mutate} />
      {confirm.error && <Failure error={confirm.error} />}
    </>
  )
}

/** The second factor: on with a code read from the authenticator, off with one too. */
function SecondFactor() {
  const t = words.useT()
  const me = useMe()
  const client = useQueryClient()
  const again = () => void client.invalidateQueries({ queryKey: sessionKey })
  const setUp = useMutation({ mutationFn: mfa.setUp })
  const disable = useMutation({ mutationFn: mfa.disable, onSuccess: again })
  return (
    <Card title={t('mfa.title')} actions={<Tag tone={me.mfa ? 'good' : 'soon'}>{t(me.mfa ? 'mfa.on' : 'mfa.off')}</Tag>}>
      <div className={css.body}>
        {me.mfa && !setUp.data && <CodeForm label={t('mfa.disable')} busy={disable.isPending} onCode={disable.mutate} />}
        {!me.mfa && !setUp.data && <Button look="primary" onClick={() => setUp.mutate()}>{t('mfa.setUp')}</Button>}
        {setUp.data && <Setup setup={setUp.data} onDone={again} />}
        {(setUp.error ?? disable.error) && <Failure error={setUp.error ?? disable.error} />}
      </div>
    </Card>
  )
}

/** Language, density, second factor, and what I may. */
export function MySettings() {
  const t = words.useT()
  const term = useTerm()
  const me = useMe()
  const language = useLanguage()
  const [density, setDensity] = useState(() => localStorage.getItem('anxin.density') ?? 'standard')
  const speak = (next: 'zh-CN' | 'en') => {
    setLanguage(next)
    void changeMe({ lang: next === 'en' ? 'en' : 'zh' })
  }
  const pack = (next: string) => {
    setDensity(next)
    localStorage.setItem('anxin.density', next)
    document.documentElement.dataset['density'] = next
    void changeMe({ density: next })
  }
  const rows = [
    [t('me.account'), `${me.name} · ${me.username}`], [t('me.roles'), joined(me.roles.map((held) => `${term('role', held.role)} · ${held.org_name}`))],
    [t('me.language'), <Segments key="l" value={language} onChange={speak} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />],
    [t('me.density'), <Segments key="d" value={density} onChange={pack} options={[{ value: 'standard', label: t('me.standard') }, { value: 'compact', label: t('me.compact') }]} />],
  ] as const
  return (
    <div className={css.page}>
      <Card title={t('me.title')}><div className={css.body}><Facts rows={rows} /></div></Card>
      <SecondFactor />
    </div>
  )
}
