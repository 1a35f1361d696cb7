import { Angry, Frown, Laugh, Meh, Smile } from 'lucide-react'

const faces = [Angry, Frown, Meh, Smile, Laugh] as const

/** Five faces with words, 1 (worst) to 5; none chosen beforehand. */
export function Rating({ legend, words, value, onChange }: {
  legend: string
  /** Five words, worst first. */
  words: readonly [string, string, string, string, string]
  value: number | null
  onChange: (value: number) => void
}) {
  return (
    <fieldset>
      <legend className="heard">{legend}</legend>
      <div className="rating">
        {faces.map((Face, index) => (
          <label key={index} className="choice">
            <input type="radio" name="rating" checked={value === index + 1} onChange={() => onChange(index + 1)} />
            <Face size={30} />
            {words[index]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
