export { type Bindings, type KeyPath, overrides, pressed, rebind, useKeys, writing } from './keys'
