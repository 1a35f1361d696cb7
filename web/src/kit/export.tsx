import { Dropdown } from 'antd'
import { Download } from 'lucide-react'
import { address } from '@/api/client'
import { Button } from './basics'
import { words } from './words'

/** What a list shows, as a file for a spreadsheet. */
export function ExportMenu({ path, filters = {} }: { path: string; filters?: Record<string, string | undefined> }) {
  const t = words.useT()
  const items = (['csv', 'xlsx'] as const).map((format) => ({
    key: format, label: t(`export.${format}`), onClick: () => window.location.assign(address(path, { ...filters, format })),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button look="quiet" icon={<Download size={15} />} data-testid="export">{t('export')}</Button>
    </Dropdown>
  )
}
