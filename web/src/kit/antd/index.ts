export { AntdProvider } from './provider'
