export const PolicyPage = () => null
