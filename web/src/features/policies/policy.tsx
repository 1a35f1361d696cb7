import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, DatePicker, Input } from 'antd'
import { useState } from 'react'
import { policies, type PolicyDetail, type PolicyVersion } from '@/api/policies'
import { asProblem } from '@/api/problem'
import { listed } from '@/i18n'
import { Button, Card, Tag } from '@/kit/basics'
import { Pane, Panes } from '@/kit/page'
import { useMay } from '@/kit/session'
import { momentOf, useNow } from '@/kit/time'
import { EffectCard, useEffectOf, UsedIn } from './effect'
import { fieldWord } from './fields'
import { Editor } from './form'
import css from './policies.module.css'
import { changesOf } from './schema'
import { words } from './words'

type Document = Record<string, unknown>

function Versions({ policy, draft, onRestore }: { policy: PolicyDetail; draft: boolean; onRestore: (version: PolicyVersion) => void }) {
  const t = words.useT()
  const now = useNow()
  return (
    <div className={css.versions}>
      <h2>{t('versions')}</h2>
      {draft && <section data-current><p><b>{t('version', { n: Math.max(0, ...policy.versions.map((version) => version.number)) + 1 })}</b> <Tag tone="accent">{t('draft')}</Tag></p></section>}
      {policy.versions.map((version) => (
        <section key={`${version.number} ${JSON.stringify(version.scope)}`}>
          <p><b>{t('version', { n: version.number })}</b> <Tag tone={version.verdict === 'binds' ? 'good' : 'plain'}>{version.verdict_text}</Tag></p>
          <p>{version.note || t('shipped')}</p>
          <small>{[version.effective_from && momentOf(version.effective_from, now), version.published_by_name, ...Object.entries(version.scope).map(([name, value]) => `${name}=${value}`)].filter(Boolean).join(' · ')}</small>
          <Button size="sm" look="quiet" onClick={() => onRestore(version)}>{t('restore')}</Button>
          <VersionDiff version={version} all={policy.versions} />
        </section>
      ))}
      <h2>{t('explain')}</h2>
      <p className={css.explain}>{t('explainText')}</p>
      {policy.standards.length > 0 && <p className={css.explain}>{t('standards', { list: listed(policy.standards) })}</p>}
    </div>
  )
}

/** Path of a changed field, in words. */
const pathWords = (path: string) => path.split('.').map((part) => (/^\d+$/.test(part) ? `#${Number(part) + 1}` : fieldWord(part))).join(' › ')

function Differences({ before, after }: { before: Document; after: Document }) {
  const t = words.useT()
  const changes = changesOf(before, after)
  if (changes.length === 0) return <p>{t('diffNone')}</p>
  return changes.map((change) => <p key={change.path}><code>{pathWords(change.path)}</code> <s>{shown(change.before)}</s> → <b>{shown(change.after)}</b></p>)
}

/** What a version changed, against the one before it of the same scope. */
function VersionDiff({ version, all }: { version: PolicyVersion; all: readonly PolicyVersion[] }) {
  const t = words.useT()
  const [open, setOpen] = useState(false)
  const scope = JSON.stringify(version.scope)
  const earlier = all.filter((one) => one.number < version.number && (one.number === 0 || JSON.stringify(one.scope) === scope))
  const before = earlier.toSorted((a, b) => b.number - a.number)[0]
  if (!before) return null
  return (
    <>
      <Button size="sm" look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'diffHide' : 'diffShow')}</Button>
      {open && <div className={css.diff}><Differences before={before.document} after={version.document} /></div>}
    </>
  )
}

const shown = (value: unknown) => (value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value))

function Changes({ before, after }: { before: Document; after: Document }) {
  const t = words.useT()
  const count = changesOf(before, after).length
  return (
    <Card title={t('changes')} note={count}>
      <div className={css.changes}>{count === 0 ? <p>{t('noChanges')}</p> : <Differences before={before} after={after} />}</div>
    </Card>
  )
}

interface Publishing {
  policy: PolicyDetail
  document: Document
  /** The effect is on the page: nothing is published unseen. */
  seen: boolean
  onDone: () => void
}

/** A rule changes only by typed words, with its reason and its time. */
function Publish({ policy, document, seen, onDone }: Publishing) {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const [typed, setTyped] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  const text = t('publishText', { n: Math.max(0, ...policy.versions.map((version) => version.number)) + 1 })
  const publish = useMutation({
    mutationFn: () => policies.publish(policy.kind, { document, effective_from: from, note }),
    onSuccess: () => {
      void message.success(t('published'))
      onDone()
    },
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['policies'] }),
  })
  return (
    <footer className={css.publish}>
      <Input value={note} maxLength={300} placeholder={t('note')} aria-label={t('note')} onChange={(event) => setNote(event.target.value)} />
      <DatePicker showTime placeholder={t('fromNow')} onChange={(date) => setFrom(date ? date.toDate().toISOString() : null)} />
      <Input value={typed} placeholder={t('confirm', { text })} aria-label={t('confirm', { text })} onChange={(event) => setTyped(event.target.value)} />
      <span className={css.publishActs}>
        <Button look="accent" disabled={!seen || typed !== text || !note.trim() || publish.isPending} onClick={() => publish.mutate()}>{t('publish')}</Button>
        <Button look="quiet" onClick={onDone}>{t('discard')}</Button>
      </span>
    </footer>
  )
}

/** Versions · the rule · what changes; publishing needs its reason and typed words. */
export function PolicyEditor({ policy }: { policy: PolicyDetail }) {
  const t = words.useT()
  const may = useMay()
  const [draft, setDraft] = useState<Document | null>(null)
  const document = draft ?? policy.current
  const changed = draft !== null && changesOf(policy.current, draft).length > 0
  const effect = useEffectOf(policy.kind, changed ? draft : null)
  return (
    <Panes columns="232px minmax(0, 1fr) 360px">
      <Pane look="canvas"><Versions policy={policy} draft={changed} onRestore={(version) => setDraft(version.document)} /></Pane>
      <Pane scroll={false}>
        <div className={css.form}>
          <Editor schema={policy.shape} root={policy.shape} value={document} disabled={!may('policy.publish')} onChange={(next) => setDraft(next as Document)} />
        </div>
        {!may('policy.publish') && <p className={css.readOnly}>{t('readOnly')}</p>}
        {changed && may('policy.publish') && <Publish policy={policy} document={document} seen={effect.isSuccess} onDone={() => setDraft(null)} />}
      </Pane>
      <Pane look="canvas"><div className={css.side}>{changed && <EffectCard reading={effect} />}<Changes before={policy.current} after={document} /><UsedIn places={policy.used_in} /></div></Pane>
    </Panes>
  )
}
