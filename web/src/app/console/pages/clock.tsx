export const ClockPage = () => null
