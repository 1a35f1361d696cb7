export { Block, Cards, KeyLine, PageTitle, Pane, Panes, SlotContext, ToolBar } from './page'
