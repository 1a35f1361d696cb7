export { Empty, Failure, Loading, LostLink, Read, StaleEdit } from './states'
