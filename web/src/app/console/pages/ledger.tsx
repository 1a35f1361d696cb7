export const LedgerPage = () => null
