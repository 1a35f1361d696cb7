import { type Stroke, strokePath } from './signature.geometry'

/** Longest side of a photo that is sent, px: a nameplate stays readable and the upload small. */
const longest = 1600

const toBlob = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality))

/** Sides after shrinking to `longest`; never enlarged. */
export function shrunk(width: number, height: number, limit = longest): [width: number, height: number] {
  const scale = Math.min(1, limit / Math.max(width, height))
  return [Math.round(width * scale), Math.round(height * scale)]
}

/** A photo small enough to be sent from a basement; as it came where the phone cannot shrink it. */
export async function smaller(photo: Blob): Promise<Blob> {
  const image = await createImageBitmap(photo).catch(() => null)
  if (!image) return photo
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = shrunk(image.width, image.height)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  return (await toBlob(canvas, 'image/jpeg', 0.82)) ?? photo
}

/** The signature as a picture: strokes on white. */
export async function signaturePng(strokes: readonly Stroke[], size: { width: number; height: number }): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = size.width * 2
  canvas.height = size.height * 2
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser cannot draw')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.scale(2, 2)
  Object.assign(pen, { strokeStyle: '#16211F', lineWidth: 3, lineCap: 'round', lineJoin: 'round' })
  for (const stroke of strokes) pen.stroke(new Path2D(strokePath(stroke)))
  const picture = await toBlob(canvas, 'image/png')
  if (!picture) throw new Error('this browser cannot make a picture')
  return picture
}

/** A ref that shows a photo, or lets a voice note be played, for as long as its element is on the page. */
export const shown = <Shows extends HTMLImageElement | HTMLAudioElement>(blob: Blob) => (element: Shows) => {
  const url = URL.createObjectURL(blob)
  element.src = url
  return () => URL.revokeObjectURL(url)
}
