export { adopt, sessionKey, useMay, useMe, useSession } from './session'
