/** Where the phone is, in degrees; accuracy in metres. Empty where it cannot or may not say so within 8 s. */
export type Place = { lng: number; lat: number; accuracy: number } | Record<string, never>

const patience = { enableHighAccuracy: true, timeout: 8000, maximumAge: 30_000 }

export const placeNow = (): Promise<Place> =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve({})
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude, accuracy: Math.round(coords.accuracy) }),
      () => resolve({}),
      patience,
    )
  })
