export const RevisitsPage = () => null
