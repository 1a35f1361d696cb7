import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import { expect, test, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { setLanguage } from '@/i18n'
import { EditDialog, type Values } from '.'

interface Row {
  version: number
  room: string
  wish: string
}
const read = ({ room, wish }: Row): Values => ({ room, wish })

test('an edit that came second shows both, and what is given up is told', async () => {
  setLanguage('zh-CN')
  const save = vi.fn().mockRejectedValueOnce(new Problem(412, { code: 'error.stale', message: '', current: { version: 5, room: '阳台', wish: '' } })).mockResolvedValue(null)
  const done = vi.fn()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>
        <EditDialog
          title="x" row={{ version: 4, room: '厨房', wish: '' }} read={read} save={save} onSaved={done} onClose={vi.fn()}
          fields={[{ name: 'room', label: '位置', kind: 'text' }, { name: 'wish', label: '时间', kind: 'text' }]}
        />
      </App>
    </QueryClientProvider>,
  )
  await userEvent.type(await screen.findByLabelText('位置'), '二')
  await userEvent.type(screen.getByLabelText('时间'), '周四')
  await userEvent.click(screen.getByTestId('edit-save'))
  expect(await screen.findByText('阳台')).toBeInTheDocument()
  expect(screen.getByText('厨房二')).toBeInTheDocument()
  await userEvent.click(screen.getByTestId('merge-save'))
  await waitFor(() => expect(done).toHaveBeenCalled())
  expect(save.mock.calls).toEqual([
    [{ room: '厨房二', wish: '周四' }, 4, {}],
    [{ wish: '周四' }, 5, { room: '厨房二' }],
  ])
})
