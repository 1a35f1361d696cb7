import {
  Bell, Bot, CalendarClock, Check, CircleDot, type LucideIcon, MapPin, Megaphone, NotebookPen, Paperclip, Pause, Phone, Route,
  ShieldAlert, UserCheck, Wrench,
} from 'lucide-react'
import { createElement, useState } from 'react'
import type { TimelineEntry } from '@/api/tickets'
import { Avatar, Tag } from '@/kit/basics'
import { Empty } from '@/kit/states'
import { dateOf, dayOf, exact, timeOf, weekdayOf } from '@/kit/time'
import { words } from '../words'
import css from './detail.module.css'

const icons: readonly (readonly [RegExp, LucideIcon])[] = [
  [/Danger|Safety/, ShieldAlert], [/Press/, Megaphone], [/Pause/, Pause], [/Contact|Call/, Phone], [/Arriv|Depart/, MapPin],
  [/Assign|Offer|Route/, Route], [/Window|Book|Slot/, CalendarClock], [/Complete|Part|Diagnos|Coverage/, Wrench], [/Taken|Join/, UserCheck],
  [/Notif|Acknowledg|Told/, Bell], [/Close|Solve|Review|Archive|Revisit/, Check],
]

const iconOf = (name: string | undefined): LucideIcon => icons.find(([pattern]) => pattern.test(name ?? ''))?.[1] ?? CircleDot

/** How many system facts may stand one after another before the older are folded. */
const foldFrom = 5

function Files({ files }: { files: TimelineEntry['files'] }) {
  const t = words.useT()
  if (files.length === 0) return null
  return (
    <span className={css.files}>
      {files.map(({ id, name, mime }, index) => {
        const address = `/api/files/${id}`
        const label = name || `${t('context.attachment')} ${index + 1}`
        if (/^(audio|video)\//.test(mime)) return <audio key={id} controls src={address} aria-label={label} />
        return (
          <a key={id} href={address} target="_blank" rel="noreferrer">
            {mime.startsWith('image/') ? <img src={address} alt={label} height={96} /> : <><Paperclip size={13} /> {label}</>}
          </a>
        )
      })}
    </span>
  )
}

function Node({ entry }: { entry: TimelineEntry }) {
  const t = words.useT()
  if (entry.kind === 'event') {
    return <i className={css.node}>{createElement(iconOf(entry.name), { size: 13, strokeWidth: 1.75, 'aria-hidden': true })}</i>
  }
  if (entry.author.kind === 'ai') return <i className={css.node}><Bot size={13} aria-hidden /></i>
  return <i className={css.face}><Avatar name={entry.author.name || t('line.customer')} size={26} /></i>
}

/** System facts are one grey line, people's words are bubbles, notes are dashed on warm paper. */
function Entry({ entry }: { entry: TimelineEntry }) {
  const t = words.useT()
  const note = entry.kind === 'note' || entry.visible === 'internal'
  return (
    <li className={css.entry} data-kind={entry.kind}>
      <time title={exact(entry.at)}>{timeOf(entry.at)}</time>
      <Node entry={entry} />
      {entry.kind === 'event' ? (
        <p className={css.fact}>{entry.author.name && <b>{entry.author.name} </b>}{entry.text}</p>
      ) : (
        <div className={css.bubble} data-note={note} data-author={entry.author.kind}>
          <header>
            <b>{entry.author.kind === 'ai' ? t('line.ai') : entry.author.name}</b>
            {entry.author.kind === 'customer' && <small>{t('line.customer')}</small>}
            {note && <Tag tone="accent" icon={<NotebookPen size={11} />}>{t('line.note')}</Tag>}
          </header>
          <p>{entry.text}</p>
          <Files files={entry.files} />
        </div>
      )}
    </li>
  )
}

interface Group {
  day: string
  entries: TimelineEntry[]
}

/** One group a day, oldest first. */
export function byDay(entries: readonly TimelineEntry[]): Group[] {
  const groups: Group[] = []
  for (const entry of entries.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const day = dayOf(entry.at)
    if (groups.at(-1)?.day === day) groups.at(-1)?.entries.push(entry)
    else groups.push({ day, entries: [entry] })
  }
  return groups
}

function Day({ group, last }: { group: Group; last: boolean }) {
  const t = words.useT()
  const [open, setOpen] = useState(last)
  const facts = group.entries.filter((entry) => entry.kind === 'event')
  const folds = !open && facts.length >= foldFrom
  const shown = folds ? group.entries.filter((entry) => entry.kind !== 'event') : group.entries
  const first = group.entries[0]
  return (
    <>
      <li className={css.day}>
        {first && `${dateOf(first.at)} ${weekdayOf(first.at)}`}
        {folds && <> · {t('line.folded', { n: facts.length })} <button type="button" onClick={() => setOpen(true)}>{t('line.unfold')}</button></>}
      </li>
      {shown.map((entry) => <Entry key={entry.id} entry={entry} />)}
    </>
  )
}

/** ◆ The story of the case, down to the composer. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = words.useT()
  const groups = byDay(entries)
  if (groups.length === 0) return <Empty>{t('line.empty')}</Empty>
  return <ol className={css.timeline}>{groups.map((group, index) => <Day key={group.day} group={group} last={index >= groups.length - 2} />)}</ol>
}
