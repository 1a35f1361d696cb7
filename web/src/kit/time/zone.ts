/** Business times are shown in the zone of the service organisation, not of the laptop that looks. */
let zone = 'Asia/Shanghai'

export const siteZone = (): string => zone
export const setSiteZone = (next: string): void => {
  zone = next
}
