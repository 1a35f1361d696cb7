import type { ThemeConfig } from 'antd'
import tokens from '../tokens/tokens.json'

const { color, font, radius } = tokens

/** The design tokens as antd's; nothing casts a shadow but what floats. */
export const theme: ThemeConfig = {
  cssVar: { key: 'ax' },
  hashed: false,
  token: {
    fontFamily: 'var(--font-family)',
    fontSize: font.size.sm,
    controlHeight: 32,
    controlHeightSM: 28,
    borderRadius: radius.md,
    borderRadiusSM: radius.sm,
    borderRadiusLG: radius.lg,
    colorPrimary: color.brand,
    colorLink: color.brand,
    colorInfo: color.info,
    colorSuccess: color.clock.running,
    colorWarning: color.clock.soon,
    colorError: color.clock.breached,
    colorText: color.ink,
    colorTextSecondary: color.ink2,
    colorTextTertiary: color.ink3,
    colorTextDescription: color.ink3,
    colorTextPlaceholder: color.ink3,
    colorBorder: color.line2,
    colorBorderSecondary: color.line,
    colorSplit: color.line,
    colorBgLayout: color.canvas,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.15s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}
