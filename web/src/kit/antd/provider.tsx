import { ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from '@/i18n'
import { theme } from './theme'

/** antd in our colours and the person's language; two-character buttons get no space put between. */
export function AntdProvider({ children }: { children: ReactNode }) {
  const locale = useLanguage() === 'en' ? en : zh
  return (
    <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }} componentSize="middle">
      {children}
    </ConfigProvider>
  )
}
