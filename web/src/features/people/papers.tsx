import { Form, Input, Modal, Select } from 'antd'
import { Plus, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { engineers, type Paper } from '@/api/people'
import { Button, Tag } from '@/kit/basics'
import { Empty } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { dayOf, useNow } from '@/kit/time'
import css from './crew.module.css'
import { words } from './crewwords'
import type { OfEngineer } from './engineer'
import { daysBetween } from './roster'
import { useCrewWrite } from './write'

const kinds = ['height', 'refrigeration', 'low_voltage', 'gas'] as const

interface Values {
  kind: string
  number: string
  valid_from: string
  valid_to: string
}

function State({ paper }: { paper: Paper }) {
  const t = words.useT()
  const today = dayOf(useNow())
  if (paper.ended) return <Tag>{t('state.ended')}</Tag>
  if (paper.state === 'expired') return <Tag tone="bad" icon={<TriangleAlert size={11} />}>{t('state.expired')}</Tag>
  if (paper.state === 'soon') return <Tag tone="soon">{t('state.soon', { n: daysBetween(today, paper.valid_to) })}</Tag>
  return paper.state === 'later' ? <Tag tone="info">{t('state.later')}</Tag> : <Tag tone="good">{t('state.ok')}</Tag>
}

function PaperDialog({ engineer, paper, onClose }: OfEngineer & { paper: Paper | null; onClose: () => void }) {
  const t = words.useT()
  const term = useTerm()
  const write = useCrewWrite(
    (values: Values) => (paper ? engineers.correctPaper(engineer.id, paper.id, values, engineer.version) : engineers.addPaper(engineer.id, values)),
    { onDone: onClose },
  )
  const needed = [{ required: true, message: t('required') }]
  const today = dayOf(useNow())
  const initial = paper ?? { kind: 'height', number: '', valid_from: today }
  return (
    <Modal open title={t(paper ? 'papers.correct' : 'papers.add')} footer={null} width={460} onCancel={onClose}>
      <Form layout="vertical" initialValues={initial} onFinish={(values: Values) => write.mutate(values)}>
        <Form.Item name="kind" label={t('paper.kind')} rules={needed}><Select options={kinds.map((value) => ({ value, label: term('certificate', value) }))} /></Form.Item>
        <Form.Item name="number" label={t('paper.number')}><Input maxLength={40} /></Form.Item>
        <div className={css.line}>
          <Form.Item name="valid_from" label={t('paper.from')} rules={needed}><Input type="date" /></Form.Item>
          <Form.Item name="valid_to" label={t('paper.to')} rules={needed}><Input type="date" /></Form.Item>
        </div>
        <Button type="submit" look="primary" disabled={write.isPending} data-testid="paper-save">{t('save')}</Button>
      </Form>
    </Modal>
  )
}

function EndDialog({ engineer, paper, onClose }: OfEngineer & { paper: Paper; onClose: () => void }) {
  const t = words.useT()
  const term = useTerm()
  const write = useCrewWrite(({ last_day }: { last_day: string }) => engineers.endPaper(engineer.id, paper.id, last_day), { onDone: onClose })
  return (
    <Modal open title={`${t('papers.end')} · ${term('certificate', paper.kind)}`} footer={null} width={400} onCancel={onClose}>
      <Form layout="vertical" initialValues={{ last_day: dayOf(useNow()) }} onFinish={write.mutate}>
        <p>{t('papers.endText')}</p>
        <Form.Item name="last_day" label={t('lastDay')} rules={[{ required: true, message: t('required') }]}><Input type="date" min={paper.valid_from} max={paper.valid_to} /></Form.Item>
        <Button type="submit" look="danger" disabled={write.isPending}>{t('papers.end')}</Button>
      </Form>
    </Modal>
  )
}

/** What the law asks for: each paper with the day it ends. */
export function Papers({ engineer }: OfEngineer) {
  const t = words.useT()
  const term = useTerm()
  const [open, setOpen] = useState<{ what: 'write' | 'end'; paper: Paper | null } | null>(null)
  const close = () => setOpen(null)
  return (
    <section className={css.card}>
      {engineer.papers.length === 0 && <Empty>{t('papers.empty')}</Empty>}
      <ul className={css.papers}>
        {engineer.papers.map((paper) => (
          <li key={paper.id} data-state={paper.ended ? 'ended' : paper.state}>
            <div><b>{term('certificate', paper.kind)}</b> <State paper={paper} /></div>
            <small>{paper.valid_from} – {paper.valid_to}{paper.number && ` · ${paper.number}`}</small>
            {engineer.may.certify && (
              <span className={css.rowActs}>
                <Button size="sm" look="quiet" onClick={() => setOpen({ what: 'write', paper })}>{t('papers.correct')}</Button>
                {!paper.ended && paper.state !== 'expired' && <Button size="sm" look="quiet" onClick={() => setOpen({ what: 'end', paper })}>{t('papers.end')}</Button>}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={css.hint}>{t('papers.hint')}</p>
      {engineer.may.certify && <div className={css.acts}><Button look="primary" icon={<Plus size={14} />} onClick={() => setOpen({ what: 'write', paper: null })} data-testid="paper-add">{t('papers.add')}</Button></div>}
      {open?.what === 'write' && <PaperDialog engineer={engineer} paper={open.paper} onClose={close} />}
      {open?.what === 'end' && open.paper && <EndDialog engineer={engineer} paper={open.paper} onClose={close} />}
    </section>
  )
}
